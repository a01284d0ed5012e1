/**
 * The day on which a section's events happened. A day told in an event's own clause holds for it; else the last one
 * told before, within the section of a bulletin or the paragraph of ordinary news; else the day with which the news
 * opens; else the bulletin's or the publication's. In a bulletin of an earlier day «اليوم» is the bulletin's day.
 */
import { dayNumber, dayString } from '../../arabic/calendar.ts';
import { findDates } from '../../arabic/dates.ts';
import { isAt } from '../../arabic/phrases.ts';
import type { Clause, DateSpan } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { DateBasis } from '../../model/vocabulary.ts';
import { isFullStop } from './event-weight.ts';
import type { EventDay, Reading } from './findings.ts';
import { clauseAt, firstReaching, sentenceOfClause, spansWithin } from './spans-within.ts';

export interface SectionDay {
  /** The bulletin's day, or the day of publication. */
  readonly day: string;
  readonly precision: 1 | 2 | 3;
  readonly basis: DateBasis;
  /** A section of a bulletin: a told day holds to its end, not only to the end of its paragraph. */
  readonly headed?: boolean;
  /** The day is that with which the news opened («أمس»): days told in the section are told from its publication all the same. */
  readonly led?: boolean;
}

/** A day farther back than this is background: it holds in its own sentence only. */
const RECENT = 7;
/** A told day holds for at most so many tokens. */
const CARRY_REACH = 2_000;
/** News opens with a day at most this far back, else it opens with background. */
const LEAD = 2;

/** Answers for a run of tokens of the section (`from` to `to`) the day that holds there; `story` is where its news begins, under titles that a page's furniture parts from it. */
export function eventDays(
  reading: Reading,
  from: number,
  to: number,
  section: SectionDay,
  story = from,
): (first: number, last: number, sudden?: boolean) => EventDay {
  const told = new ToldDays(reading, from, to, section, story);
  return (first, last, sudden) => (sudden ? told.begun(first, last) : null) ?? told.at(first, last);
}

/** The day with which ordinary news (`from` to `to`) opens, or null: it holds for all of it that tells none. */
export function leadDay(reading: Reading, from: number, to: number, section: SectionDay): EventDay | null {
  return new ToldDays(reading, from, to, section).opening();
}

const SINCE = /^و?منذ$/;
/** How far before the day of saying its verb stands. */
const SAID_REACH = 9;
const isSaying = fitting(
  /^[وف]?(?:قال|ذكر|اعلن|افاد|اكد|اوضح|وثق|كشف|تحدث|احصي|سجل|نشر|اشار|اضاف|ابلغ)(?:ت|وا)?$/,
);
/** What somebody held before, and how far before its day «بعد» stands. */
const HELD = /^و?(?:سيطرت|استيلاي?|دخول|اعتقال|خطف|اختطاف|اختفاي?|احتجاز|اسر|اصابت)(?:ه|ها|هم|هما)$/;
/** «جثث ستة اعتقلهم الجيش قبل يومين»: when they were taken. */
const isTakenThem = fitting(/^(?:اعتقل|خطف|اختطف|احتجز|اسر)(?:ت|وا)?(?:ه|ها|هم|هما)$/);
const TAKEN_REACH = 3;
const HELD_REACH = 8;

/** How far after the event's first word «حاليا» may stand. */
const NOW_REACH = 12;
const isNowWord = fitting(/^(?:حاليا|الان)$/);
const isBegun = fitting(/^(?:بدا|بدات|انطلق|انطلقت|اندلع|اندلعت)$/);
/** How far after the day of a death its wounds are told. */
const WOUNDS_REACH = 4;
const isOfWounds = fitting(/^متاثر(?:ا|ه|ين)?$/);
/** How far around the day of a funeral its word stands. */
const FUNERAL_REACH = 9;
const isFuneral = fitting(/^[وت]?(?:[يت]?شيع(?:ت|وا)?|تشييع|دفن(?:ت|وا)?|جنازه|ودع(?:ت|وا)?)$/);

/** More than any text has. */
const MOST_TOKENS = 2 ** 26;

const isOneOfMany = fitting(
  /^(?:ال)?(?:اعنف|اشد|اكبر|اوسع|اسوا|اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|ثاني?ه|ثالثه|رابعه|خامسه|سادسه|سابعه)$/,
);
const isSince = fitting(SINCE);
/** «ثالث تفجير من نوعه منذ», «للمرة الرابعة منذ». */
const COMPARED_REACH = 5;

/** «في ثالث تفجير من نوعه منذ مطلع الشهر»: how often it was, and not when. */
function isCompared({ tokens }: Reading, first: number): boolean {
  const since = [first, first - 1].find((at) => isAt(tokens, at, isSince));
  if (since === undefined) return false;
  for (let at = since - 1; at >= since - COMPARED_REACH; at--) if (isAt(tokens, at, isOneOfMany)) return true;
  return false;
}

/** How many days back what began then goes on. */
const BEGUN_BACK = 2;

/** «ضمن حملة بدأت قبل أربعة أيام»: since when it has gone on, and not when this was. */
function isBeginning({ tokens }: Reading, { first, date }: DateSpan, { day }: SectionDay): boolean {
  return isAt(tokens, first - 1, isBegun) && dayNumber(day) - dayNumber(date) >= BEGUN_BACK;
}

/** So many words into its sentence «بعد أن» opens no sentence. */
const OPENING_WORDS = 3;
const isOnceThat = fitting(/^[وف]?(?:بعدما|عقبما)$/);
const isOnce = fitting(/^[وف]?(?:بعد|عقب)$/);

class ToldDays {
  private readonly reading: Reading;
  private readonly dates: readonly DateSpan[];
  private readonly section: SectionDay;
  private readonly fallback: EventDay;
  private readonly lead: DateSpan | null;
  /** Days already told of, by the run of tokens that was asked about. */
  private readonly known = new Map<number, EventDay>();

  constructor(reading: Reading, from: number, to: number, section: SectionDay, story = from) {
    this.reading = reading;
    this.section = section;
    this.fallback = { date: section.day, precision: section.precision, basis: section.basis };
    this.dates = datesOf(reading, from, to, section).filter(
      (told) =>
        told.date <= section.day && !isCompared(reading, told.first) && !isBeginning(reading, told, section),
    );
    this.lead = section.headed ? null : this.leadOf(story);
  }

  opening(): EventDay | null {
    return this.lead === null ? null : this.dayOf(this.lead);
  }

  /** «سيطرت منذ يومين على»: what is done at once was done when it began. */
  begun(first: number, last: number): EventDay | null {
    const [told] = spansWithin(this.dates, first, last);
    if (told?.since == null || told.precision > 2) return null;
    if (!SINCE.test(this.reading.tokens[told.first]?.norm ?? '')) return null;
    return { date: told.since, precision: 1, basis: told.basis };
  }

  at(first: number, last: number): EventDay {
    if (this.dates.length === 0) return this.fallback;
    const key = first * MOST_TOKENS + last;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const day = this.dayAt(first, last);
    this.known.set(key, day);
    return day;
  }

  private dayAt(first: number, last: number): EventDay {
    const clauses = this.reading.clauses;
    const opening = clauseAt(clauses, first);
    const closing = clauseAt(clauses, last);
    const inside = this.within(first, last);
    const isOwn = inside !== null && !this.hasReason(first, inside.first);
    const own = isOwn ? inside : this.after(first, last, opening, closing);
    if (own !== null && this.isInARow(own)) {
      const told = this.carriedTo(first, opening) ?? this.lead;
      return this.dayOf(told ?? own);
    }
    const before = isOwn || own === null ? null : this.nearestWithin(opening?.first ?? first, first - 1);
    // «قضوا أمس خلال اشتباكات في (أ)، وطفل متأثرا بجراح أصيب بها أول أمس»: the day before holds up to the comma.
    if (before !== null && own !== null && this.hasComma(first, own.first)) return this.dayOf(before);
    if (own !== null) return this.dayOf(own);
    const sameClause = this.nearestWithin(opening?.first ?? first, first - 1);
    if (sameClause !== null)
      return this.isDayAfter(sameClause.last, first) ? this.dayBefore(sameClause) : this.dayOf(sameClause);
    // «وتدور المعارك حاليا في …»: of the day of the news, whatever day was told before.
    if (!this.section.headed && this.isNow(opening, first, last)) return this.fallback;
    // «ويأتي ذلك غداة مقتل خمسة جنود»: the day before that of the news.
    if (this.isDayAfter((opening?.first ?? first) - 1, first)) {
      const news = this.lead === null ? this.fallback : this.dayOf(this.lead);
      return { ...news, date: dayString(dayNumber(news.date) - 1), precision: 1, basis: 'relative' };
    }
    const carried = this.carriedTo(first, opening);
    if (carried !== null) return this.dayOf(carried);
    return this.lead === null ? this.fallback : this.dayOf(this.nextDay(first) ?? this.lead);
  }

  /** The day told later in the clause; «السخنة التي سيطر عليها الأربعاء» dates something else, where another day was told before. */
  private after(
    first: number,
    last: number,
    opening: Clause | null,
    closing: Clause | null,
  ): DateSpan | null {
    const told = this.within(last + 1, closing?.last ?? last);
    if (this.within(last, closing?.last ?? last) === null) return null;
    if (told !== null && (this.hasReason(first, told.first) || this.hasAfterThat(last + 1, told.first)))
      return null;
    if (told === null || !this.hasRelative(last + 1, told.first)) return told;
    // «المدينة التي سقطت قبل عامين»: long past, and not when this was.
    if (told.precision === 3 || this.age(told) > RECENT) return null;
    const before = this.within(opening?.first ?? first, first - 1) ?? this.carriedTo(first, opening);
    return before === null ? told : null;
  }

  /** «انسحبت من القرية بعد سيطرتها عليها أمس»: the day dates what came before. */
  private isBefore({ first }: DateSpan, from: number): boolean {
    let held = false;
    for (let at = first - 1; at >= from && at >= first - TAKEN_REACH; at--)
      if (isAt(this.reading.tokens, at, isTakenThem)) return true;
    for (let at = first - 1; at >= from && at >= first - HELD_REACH; at--) {
      const norm = this.reading.tokens[at]?.norm ?? '';
      if (held && /^(?:بعد|عقب)$/.test(norm)) return true;
      held ||= HELD.test(norm);
    }
    return false;
  }

  /** «قطعوا الطريق احتجاجا على مقتل شاب يوم الأحد»: the day of what they answer. */
  private hasReason(from: number, to: number): boolean {
    for (let at = from; at < to; at++)
      if (/^(?:احتجاجا|تنديدا|استنكارا|انتقاما|ثارا|ردا)$/.test(this.reading.tokens[at]?.norm ?? ''))
        return true;
    return false;
  }

  private hasComma(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (/^[،,]$/.test(this.reading.tokens[at]?.norm ?? '')) return true;
    return false;
  }

  /** «دمروا دبابة في (أ)، بعد أن احتلت القوات أمس (ب)»: the day of what went before. */
  private hasAfterThat(from: number, to: number): boolean {
    const { tokens } = this.reading;
    for (let at = from; at < to; at++)
      if (isAt(tokens, at, isOnceThat) || (isAt(tokens, at, isOnce) && tokens[at + 1]?.norm === 'ان'))
        return true;
    return false;
  }

  private hasRelative(from: number, to: number): boolean {
    for (let at = from; at < to; at++)
      if (
        /^(?:التي|الذي|الذين|اللتين|اللذين|ال(?:متورط|مطلوب|متهم|ضالع)(?:ين|ه)?)$/.test(
          this.reading.tokens[at]?.norm ?? '',
        )
      )
        return true;
    return false;
  }

  /** «لليوم الثامن على التوالي»: up to the day that is spoken of. */
  private isInARow({ last }: DateSpan): boolean {
    return this.reading.tokens[last]?.norm === 'التوالي';
  }

  /** News that opens with yesterday and has come to «ظهر اليوم» goes on with today. */
  private nextDay(first: number): DateSpan | null {
    const lead = this.lead as DateSpan;
    const later = spansWithin(this.dates, lead.last + 1, first - 1).filter(
      (date) =>
        date.since === null &&
        date.precision === 1 &&
        date.date > lead.date &&
        !this.looksBack(date) &&
        !this.isOfWounds(date) &&
        !this.isInARow(date) &&
        this.spokenOf(date, this.dates) === null,
    );
    return later.at(-1) ?? null;
  }

  private isNow(opening: Clause | null, first: number, last: number): boolean {
    const end = Math.max(last, opening?.last ?? last);
    for (let at = opening?.first ?? first; at <= end && at <= first + NOW_REACH; at++)
      if (isAt(this.reading.tokens, at, isNowWord)) return true;
    return false;
  }

  /** «فيما توفيت طفلة اليوم متأثرة بجراحها»: when one of the hurt died, and no day that the news goes on with. */
  private isOfWounds({ last }: DateSpan): boolean {
    for (let at = last + 1; at <= last + WOUNDS_REACH; at++)
      if (isAt(this.reading.tokens, at, isOfWounds)) return true;
    return false;
  }

  /** The first day told in the tokens; one that says how long a thing has lasted tells none. */
  private within(first: number, last: number): DateSpan | null {
    const told = spansWithin(this.dates, first, last).find(({ since }) => since === null) ?? null;
    return told !== null && this.isBefore(told, first + 1) ? null : told;
  }

  /** The day told last in the tokens: «تمر اليوم الذكرى لرحيل فلان، الذي توفي عام 2013، بعد غارة». */
  private nearestWithin(first: number, last: number): DateSpan | null {
    const told = spansWithin(this.dates, first, last).findLast(({ since }) => since === null) ?? null;
    return told !== null && this.isBefore(told, first + 1) ? null : told;
  }

  /** «تراجع أمس، غداة سيطرته على المدينة»: what follows «غداة» was the day before. */
  private isDayAfter(from: number, to: number): boolean {
    for (let i = from + 1; i <= to; i++) if (this.reading.tokens[i]?.norm === 'غداه') return true;
    return false;
  }

  private dayBefore(span: DateSpan): EventDay {
    return { ...this.dayOf(span), date: dayString(dayNumber(span.date) - 1) };
  }

  /** The last day told before that still holds. */
  private carriedTo(first: number, clause: Clause | null): DateSpan | null {
    const before = spansWithin(this.dates, first - CARRY_REACH, first - 1);
    for (let i = before.length - 1; i >= 0; i--) {
      const date = before[i] as DateSpan;
      if (date.since !== null) continue;
      if (this.isBefore(date, 0)) continue;
      const sentence = clauseAt(this.reading.clauses, date.first)?.sentence;
      if (sentence === clause?.sentence) return date;
      // «ما تناقلته مواقع قبل أيام»: holds in its own sentence.
      if (date.precision > 1 || this.age(date) > RECENT || this.looksBack(date)) continue;
      if (clause !== null && this.isOfSameTime(clause.first)) return date;
      return this.section.headed || sameParagraph(this.reading, date.last, first) ? date : null;
    }
    return null;
  }

  /** «وفي الوقت ذاته عثر …», «وفي اليوم نفسه»: of the day told before, in another paragraph too. */
  private isOfSameTime(first: number): boolean {
    const [at, one, two] = [0, 1, 2].map((on) => this.reading.tokens[first + on]?.norm ?? '');
    if (!/^و?في$/.test(at ?? '')) return false;
    return (
      (/^(?:ذات|نفس)$/.test(one ?? '') && /^(?:الوقت|اليوم)$/.test(two ?? '')) ||
      (/^(?:الوقت|اليوم)$/.test(one ?? '') && /^(?:ذات|نفس)ه$/.test(two ?? ''))
    );
  }

  /** The day told in the first paragraph, where it is no background. */
  private leadOf(from: number): DateSpan | null {
    const told = this.dates.filter(
      (date) => date.first >= from && date.since === null && !this.isDateLine(date),
    );
    const first = told[0] === undefined ? undefined : (this.spokenOf(told[0], told) ?? told[0]);
    if (first === undefined || first.precision !== 1 || this.age(first) > LEAD) return null;
    if (this.looksBack(first) || this.isBefore(first, from)) return null;
    if (this.hasAfterThat(this.sentenceOf(first.first)[0] + OPENING_WORDS, first.first)) return null;
    const opens = paragraphsBetween(this.reading, from, first.first) <= 1;
    return opens || isUnderTitles(this.reading, from, first.first) ? first : null;
  }

  /** «08 ديسمبر 2019» on a line of its own: when it was published. */
  private isDateLine({ first, last, date, basis }: DateSpan): boolean {
    if (date !== this.section.day || basis !== 'explicit') return false;
    const { tokens } = this.reading;
    const ends = (at: number) =>
      tokens[at] === undefined || /^(?:line|paragraph)$/.test(tokens[at]?.gap ?? '');
    if (![1, 2, 3].some((on) => ends(last + on))) return false;
    // «بيروت - وكالات   التاريخ: 08 ديسمبر 2019»: where, who and when, and no sentence.
    for (let at = first; at > first - DATE_LINE; at--) {
      if (at <= 0 || ends(at)) return true;
      if (isFullStop(tokens[at - 1]?.norm ?? '') || isAt(tokens, at, isToldVerb)) return false;
    }
    return false;
  }

  /** «قال المرصد، اليوم الأحد، إن طائرات قتلت أمس …»: the day of what is told, and not when it was said. */
  private spokenOf(said: DateSpan, told: readonly DateSpan[]): DateSpan | null {
    const [, end] = this.sentenceOf(said.first);
    const next = spansWithin(told, said.last + 1, end).find(
      ({ date, precision }) => date < said.date && precision === 1,
    );
    if (next === undefined) return null;
    for (let at = said.first - 1; at >= 0 && at >= said.first - SAID_REACH; at--)
      if (isAt(this.reading.tokens, at, isSaying)) return next;
    // «شيع الآلاف اليوم 67 شخصا قتلوا أمس»: when they died.
    const before = Math.max(0, said.first - FUNERAL_REACH);
    for (let at = before; at <= said.last + FUNERAL_REACH && at < next.first; at++)
      if (isAt(this.reading.tokens, at, isFuneral)) return next;
    return null;
  }

  /** «وكان المرصد قد وثق، يوم أمس، …»: the sentence tells of what was before the news. */
  private looksBack({ first }: DateSpan): boolean {
    const [opening] = this.sentenceOf(first);
    return /^و(?:كان|كانت|سبق|نشر|نشرت|يذكر|يشار)$/.test(this.reading.tokens[opening]?.norm ?? '');
  }

  /** First and last token of the sentence that a token stands in. */
  private sentenceOf(token: number): [number, number] {
    const { clauses } = this.reading;
    const [from, to] = sentenceOfClause(clauses, Math.min(firstReaching(clauses, token), clauses.length - 1));
    return [clauses[from]?.first ?? token, clauses[to]?.last ?? token];
  }

  private age({ date }: DateSpan): number {
    return dayNumber(this.section.day) - dayNumber(date);
  }

  private dayOf({ date, precision, basis }: DateSpan): EventDay {
    return { date, precision, basis };
  }
}

/** The days told in the section; read again where its bulletin is of another day than the publication. */
function datesOf(reading: Reading, from: number, to: number, section: SectionDay): readonly DateSpan[] {
  const here = reading.dates.filter((date) => date.first >= from && date.last < to);
  if (!section.headed || section.led || here.length === 0) return here;
  return findDates(reading.tokens.slice(from, to), { published: section.day }).map((date) => ({
    ...date,
    first: date.first + from,
    last: date.last + from,
  }));
}

function sameParagraph(reading: Reading, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) {
    const gap = reading.tokens[at]?.gap;
    if (gap === 'paragraph' || gap === 'line') return false;
  }
  return true;
}

/** Line ends between two tokens. */
function paragraphsBetween(reading: Reading, from: number, to: number): number {
  let breaks = 0;
  for (let at = from + 1; at <= to; at++) {
    const gap = reading.tokens[at]?.gap;
    if (gap === 'paragraph' || gap === 'line') breaks++;
  }
  return breaks;
}

/** A line that tells when a text was published has no more tokens than this before the date. */
const DATE_LINE = 12;
const isToldVerb = fitting(
  /^[وف]?(?:قتل|استشهد|قصف|استهدف|انفجر|اصيب|قضي|شن|سقط|اغار|خرج|سيطر|اعلن|قال|شهد)(?:ت|وا)?$/,
);

/** A section's name, a headline and a byline have no more tokens than this. */
const TITLE_TOKENS = 60;

/** Only lines without a full stop stand before: «سورية», the headline, «| حماة – فلان –». */
function isUnderTitles({ tokens }: Reading, from: number, to: number): boolean {
  let line = to;
  while (line > from && tokens[line]?.gap !== 'paragraph' && tokens[line]?.gap !== 'line') line--;
  if (line - from > TITLE_TOKENS) return false;
  // What trails off («تشيع ضحاياها.. وحصيلة …») is a headline still.
  for (let at = from; at < line; at++) if (/^[.؟!]$/.test(tokens[at]?.norm ?? '')) return false;
  return true;
}
