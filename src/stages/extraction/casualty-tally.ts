/** Reads tallies: «ارتفعت حصيلة القتلى … إلى 42», «بلغ عدد الشهداء 15», «ليصل عدد الجرحى إلى مئة». */
import { isVerbLike } from '../../arabic/verbs.ts';
import { fitting } from '../../arabic/word-memory.ts';
import { exactly } from './casualty-counts.ts';
import { type CasualtyWord, SMALL } from './casualty-lexicon.ts';
import { peopleAt } from './casualty-people.ts';
import { type People, retold } from './casualty-people-shape.ts';
import type { CasualtyKind } from './casualty-schema.ts';
import type { CasualtyText } from './casualty-text.ts';
import { listFrom, type Told } from './casualty-told.ts';
import { clauseAt } from './spans-within.ts';

/** Words between the tally and what it counts: «حصيلة عدد ضحايا». */
const NOUN_REACH = 3;
/** How far before the tally its verb may stand. */
const VERB_BACK = 4;
/** How far after it the verb of «الذين قضوا» may stand. */
const RELATIVE_REACH = 10;
/** How far after a figure the tally may stand: who they are comes between. */
const TALLY_REACH = 14;
/** How far after it the figure may stand: the events it counts are told between. */
const FIGURE_REACH = 45;
/** After a verb of reaching the figure comes at once, but for a word of time. */
const AFTER_REACHING = 6;

export function readTallies(text: CasualtyText, at: number, first: number, last: number): Told | null {
  if (text.is(at, SMALL.rising)) return figureFirst(text, at, last) ?? figureAhead(text, at, first, last);
  if (!text.is(at, SMALL.tally)) return beyond(text, at, last);
  const counted = countedNoun(text, at, last);
  const told = counted === null ? diedAmong(text, at, last) : (counted.victim?.kind ?? null);
  const exceeded = exceededBefore(text, at, first, last, told);
  if (exceeded !== null) return exceeded;
  const verb = verbBefore(text, at, first);
  // «ليرتفع العدد إلى أربعة»: what it counts was told before.
  // «قذائف قارب عددها 200» counts no people, «ضحايا المجزرة بلغ عددها» hardly ever does.
  const known = /حصيل|(?:هم|هن|هما)$/.test(text.norm(at)) || (verb === 'rising' && text.norm(at) === 'العدد');
  if (told === null && !known) return null;
  const kind: CasualtyKind = told ?? 'killed';
  const figure =
    findFigure(text, at + 1, last, verb) ??
    figureAtOnce(text, at, last) ??
    (verb === null ? null : findFigure(text, at + 1, relativeEnd(text, last), verb));
  if (figure === null) return null;
  const list = listFrom(text, figure.people, Math.max(last, figure.people.last));
  const items = list.map((people) => ({ kind: people.kind ?? kind, people, count: people.count }));
  return {
    first: toldOf(text, at, first) ?? at,
    last: (list.at(-1) as People).last,
    items,
    running: figure.running,
    predicate: true,
  };
}

/** How far before «عددهم» those may stand of whom it tells. */
const TOLD_OF_REACH = 12;

/** «الشهداء الذين سقطوا في حي (أ) ارتفع عددهم إلى 24»: the token of those whom the tally counts, or null. */
function toldOf(text: CasualtyText, at: number, first: number): number | null {
  if (!/عدد(?:هم|هن)$/.test(text.norm(at))) return null;
  for (let i = at - 1; i >= Math.max(first, at - TOLD_OF_REACH); i--) {
    if (text.word(i)?.victim?.many && text.norm(i + 1) === 'الذين') return i;
  }
  return null;
}

/** «ارتفع إلى 46 عدد الذين قضوا»: the figure stands between the verb and the tally. */
function figureFirst(text: CasualtyText, at: number, last: number): Told | null {
  if (text.norm(at + 1) !== 'الي' || at + 2 > last) return null;
  const people = figureAt(text, at + 2, last);
  if (people === null) return null;
  for (let i = people.last + 1; i <= Math.min(last, people.last + TALLY_REACH); i++) {
    if (!text.is(i, SMALL.tally)) continue;
    const kind = kindAfter(text, i, relativeEnd(text, last));
    if (kind === null) return null;
    // «ارتفع إلى عشرين قتيلا وأربعين جريحا عدد ضحايا …»
    const list = people.kind === null ? [people] : listFrom(text, people, i - 1);
    const items = list.map((one) => ({ kind: one.kind ?? kind, people: one, count: one.count }));
    return { first: at, last: i, items, running: true, predicate: true };
  }
  return null;
}

/** «إلى ستة ارتفع عدد القتلى»: the figure stands before the verb. */
function figureAhead(text: CasualtyText, at: number, first: number, last: number): Told | null {
  for (let from = at - 2; from >= Math.max(first, at - FIGURE_BACK); from--) {
    if (text.norm(from) !== 'الي') continue;
    const people = figureAt(text, from + 1, at - 1);
    if (people?.last !== at - 1) return null;
    const tally = [at + 1, at + 2].find((i) => i <= last && text.is(i, SMALL.tally));
    const kind = tally === undefined ? null : kindAfter(text, tally, last);
    if (tally === undefined || kind === null) return null;
    const items = [{ kind, people, count: people.count }];
    return { first: from, last: tally, items, running: true, predicate: true };
  }
  return null;
}

/** How far before its verb «إلى» and a figure may stand. */
const FIGURE_BACK = 5;

const isExceeding = fitting(/^[ول]?[يت]?(?:تجاوز|تخط[ي]|تعد[ي]|فاق|جاوز)(?:ت)?$/);

/** «تجاوز عدد القتلى الستين», «تجاوز العدد ستين قتيلا»: more than the figure that stands after what is counted. */
function exceededBefore(
  text: CasualtyText,
  at: number,
  first: number,
  last: number,
  told: CasualtyKind | null,
): Told | null {
  if (at - 1 < first || !text.fits(at - 1, isExceeding)) return null;
  for (let i = at + 1; i <= Math.min(last, at + EXCEEDED_REACH); i++) {
    const number = text.number(i);
    if (number === null || number.kind !== 'count') continue;
    const people = figureAt(text, i, last);
    const kind = people?.kind ?? told;
    if (people === null || people.count.low === null || kind === null) return null;
    const low = people.count.low + 1;
    const count = { low, best: low, high: null, vague: text.surface(at - 1, people.last) };
    const items = [{ kind, people, count }];
    return { first: at, last: people.last, items, running: true, predicate: true };
  }
  return null;
}

/** How far after the tally the figure that it has passed may stand. */
const EXCEEDED_REACH = 6;

/** «القتلى تجاوزوا الستين», «الجثث التي زادت عن ثلاثين»: those told with the article, and their number after a verb. */
function beyond(text: CasualtyText, at: number, last: number): Told | null {
  const word = text.word(at);
  if (word === null || word.victim?.many !== true || !word.definite) return null;
  const atOnce = numbered(text, word, at, last);
  if (atOnce !== null) return atOnce;
  const next = /^(?:الذين|التي)$/.test(text.norm(at + 1)) ? at + 2 : at + 1;
  const number = next <= last ? text.number(next) : null;
  if (number?.kind !== 'count' || number.high !== null || !isVerbLike(text.norm(next))) return null;
  const people = figureAt(text, next, last);
  if (people === null) return null;
  const items = [{ kind: word.victim.kind, people, count: people.count }];
  return { first: at, last: people.last, items, running: true, predicate: true };
}

/** «والقتلى 25», «إن الشهداء 40 والمصابين 120», «ومجموع الشهداء عشرة»: those told with the article, and their number. */
function numbered(text: CasualtyText, { victim }: CasualtyWord, at: number, last: number): Told | null {
  // «ارتفع عدد القتلى إلى ثمانية بينهم طفلان والجرحى إلى 19»
  const to = text.isJoined(at) && text.norm(at + 1) === 'الي' ? at + 2 : at + 1;
  const people = victim === null || at >= last ? null : figureAt(text, to, last);
  // «والقتلى 25 شخصا»
  if (victim === null || people === null || people.kind !== null || people.definite) return null;
  const next = text.word(people.last + 1);
  const more = next?.victim?.many === true && next.definite && text.number(people.last + 2) !== null;
  if (!more && !closes(text, people, last)) return null;
  const items = [{ kind: victim.kind, people, count: people.count }];
  return { first: at, last: people.last, items, running: false, predicate: true };
}

/** «عدد من قضوا في السوق», «عدد الذين سقطوا»: what befell those whom the tally counts. */
function diedAmong(text: CasualtyText, at: number, last: number): CasualtyKind | null {
  if (!/^(?:من|الذين)$/.test(text.norm(at + 1)) || at + 2 > last) return null;
  const verb = text.word(at + 2);
  if (!/(?:وا|ن)$/.test(text.norm(at + 2))) return null;
  return verb?.predicates.find(({ form }) => form === 'verb')?.kind ?? null;
}

/** What the tally counts: its noun, or the verb of «الأشخاص الذين قضوا». */
function kindAfter(text: CasualtyText, at: number, last: number): CasualtyKind | null {
  const noun = countedNoun(text, at, last)?.victim;
  if (noun != null) return noun.kind;
  if (text.norm(at + 1) !== 'الذين' && !text.word(at + 1)?.person) return null;
  for (let i = at + 1; i <= Math.min(last, at + RELATIVE_REACH); i++) {
    const predicate = text.word(i)?.predicates[0];
    if (predicate !== undefined) return predicate.kind;
  }
  return null;
}

function countedNoun(text: CasualtyText, at: number, last: number): CasualtyWord | null {
  for (let i = at + 1; i <= Math.min(last, at + NOUN_REACH); i++) {
    const word = text.word(i);
    if (word?.victim?.many) return word;
    if (text.norm(i) === 'من') return null;
  }
  return null;
}

/** «إضافة إلى»: no verb reaches it. */
const isAdding = fitting(/^و?ب?(?:ال)?اضافه$/);

type TallyVerb = 'rising' | 'reaching';

function verbAt(text: CasualtyText, at: number): TallyVerb | null {
  if (text.is(at, SMALL.rising)) return 'rising';
  return text.is(at, SMALL.reaching) ? 'reaching' : null;
}

function verbBefore(text: CasualtyText, at: number, first: number): TallyVerb | null {
  for (let i = at - 1; i >= Math.max(first, at - VERB_BACK); i--) {
    const verb = verbAt(text, i);
    if (verb !== null) return verb;
  }
  return null;
}

const isUpTo = fitting(/^(?:الي|ل|عند)$/);

function findFigure(
  text: CasualtyText,
  start: number,
  last: number,
  before: TallyVerb | null,
): { people: People; running: boolean } | null {
  let verb = before;
  let verbPlace = start;
  for (let i = start; i <= Math.min(last, start + FIGURE_REACH); i++) {
    const found = verbAt(text, i);
    if (found !== null && verb === null) {
      verb = found;
      verbPlace = i;
      // «بات عددهم يتجاوز الستين»: a bound that is a verb too.
      const passed = text.number(i) === null ? null : figureAt(text, i, last);
      if (passed !== null) return { people: passed, running: true };
      continue;
    }
    // «لتستقر الحصيلة عند 34»
    const to = text.fits(i, isUpTo) && !text.fits(i - 1, isAdding);
    const risen = verb === 'rising' && text.norm(i) === 'من' ? risenTo(text, i, last) : null;
    if (risen !== null) return { people: risen, running: true };
    if (verb !== null && to) {
      const people = figureAt(text, i + 1, last);
      if (people !== null) return { people, running: true };
    }
    const atOnce = i - verbPlace <= AFTER_REACHING;
    if (verb === 'reaching' && (atOnce || text.number(i) !== null)) {
      const people = figureAt(text, i, last);
      // «بلغت حصيلة الاشتباكات التي يشهدها حي كذا منذ الصباح 6 قتلى»: so far off only what says that it counts dead.
      if (!atOnce && people?.kind == null && !isOfPersons(text, people, verbPlace, i)) continue;
      if (people !== null && people.form !== 'bare') return { people, running: true };
      // «قدر عدد القتلى بـ33», «يتراوح العدد، وفق مصادر، بين 20 و30»
      const led = text.norm(i - 1) === 'ب' || text.norm(i) === 'بين';
      const closing = people !== null && closes(text, people, last);
      if (people !== null && (led || closing || i === verbPlace + 1)) return { people, running: true };
    }
  }
  return null;
}

/** «صعدت من 11 إلى 13 قتيلا»: from what to what it rose, and no range. */
function risenTo(text: CasualtyText, at: number, last: number): People | null {
  const high = text.number(at)?.high ?? null;
  if (high === null || text.number(at)?.low === high) return null;
  const people = figureAt(text, at, last);
  return people === null ? null : retold(people, { count: exactly(high) });
}

/** «بلغ عدد قتلى الغارة التي نفذتها الطائرات على مدينة كذا 47 شخصا»: persons, and nobody else told of in between. */
function isOfPersons(text: CasualtyText, people: People | null, from: number, at: number): boolean {
  if (people?.form !== 'counted' || text.word(people.last)?.person == null) return false;
  for (let i = from + 1; i < at; i++) {
    const told = text.word(i)?.predicates.some(({ before, next }) => before.size + next.size === 0);
    if (told) return false;
  }
  return true;
}

const isRelative = fitting(/^(?:التي|الذي|الذين|اللذين)$/);

/** «بلغ عدد قتلى الغارة | التي نفذتها الطائرات على (أ) 47 شخصا»: the end of the relative clause that follows, or of the clause itself. */
function relativeEnd(text: CasualtyText, last: number): number {
  if (!text.fits(last + 1, isRelative)) return last;
  return clauseAt(text.reading.clauses, last + 1)?.last ?? last;
}

/** «إن عدد القتلى 44»: right after what is counted, and closing what is told. */
function figureAtOnce(
  text: CasualtyText,
  at: number,
  last: number,
): { people: People; running: boolean } | null {
  const noun = text.word(at + 1)?.victim?.many && text.word(at + 1)?.definite ? at + 1 : null;
  if (noun === null || noun >= last) return null;
  const people = figureAt(text, noun + 1, last);
  return people?.form === 'bare' && closes(text, people, last) ? { people, running: false } : null;
}

const isSource = fitting(
  /^(?:بحسب|حسب|وفق|وفقا|بينهم|بينهن|منهم|حتي|(?:اكثر|معظم|اغلب|غالبيت|جل)(?:هم|هن))$/,
);
const isOfTime = fitting(/^(?:في|يوم|منذ|خلال|عام|قبل|بعد|ال?ساعه|تاريخ)$/);

/** «بلغ عدد القتلى بالغارة على البلدة 36»: a bare number that closes what is told, and no day. */
function closes(text: CasualtyText, { first, last: end }: People, last: number): boolean {
  if (text.isDate(first) || text.fits(first - 1, isOfTime)) return false;
  return end >= last || !text.isWord(end + 1) || text.fits(end + 1, isSource);
}

function figureAt(text: CasualtyText, at: number, last: number): People | null {
  const people = peopleAt(text, at, last);
  return people?.what === 'people' && (people.form === 'counted' || people.form === 'bare') ? people : null;
}
