/** Puts what single words tell together to findings: dead and hurt of one event, groups, splits, totals. */

import type { PlaceFound } from '../../knowledge/types.ts';
import type { Count } from '../../model/mention.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Breakdown } from './casualty-breakdown.ts';
import type { Latest } from './casualty-continuation.ts';
import { exactly, within } from './casualty-counts.ts';
import { isDigest, isOfHabit, isOfSameTime } from './casualty-habit.ts';
import { sumsUp } from './casualty-lead.ts';
import { SMALL } from './casualty-lexicon.ts';
import { peopleAt } from './casualty-people.ts';
import { retold } from './casualty-people-shape.ts';
import type { CasualtyKind } from './casualty-schema.ts';
import { countOf, groupsOf, settled } from './casualty-sums.ts';
import type { CasualtyText } from './casualty-text.ts';
import { type Item, listFrom, type Told } from './casualty-told.ts';
import type { Zero } from './casualty-zero.ts';
import { spansWithin } from './spans-within.ts';
import { isScattered, isTotal } from './tolls.ts';

/** Two kinds told farther apart than this are two findings. */
const NEAR = 25;

/** … and so far after «بالإضافة إلى». */
const ADDED_REACH = 4;

/** A part farther than this from the one before is something else. */
const PART_REACH = 8;

/** What killed or hurt them stands so near after the people. */
const MEANS_REACH = 4;

/** Words between «في» and the name of the place: «في مدينة». */
const PLACE_REACH = 4;

export interface Part {
  readonly group: CasualtyGroup;
  readonly kind: CasualtyKind;
  readonly count: Count;
  /** First token of the people. */
  readonly at: number;
}

export interface Draft {
  readonly clause: number;
  readonly sentence: number;
  first: number;
  last: number;
  items: Item[];
  /** Told by «بينهم»: groups that add nothing to the counts. */
  parts: Part[];
  running: boolean;
  zero: Zero | null;
  /** «معظمهم في …»: of several places. */
  spread: boolean;
  /** A bare number of a list by place («و(22) في …»). */
  listed: boolean;
}

export class Findings {
  private readonly drafts: Draft[] = [];
  private readonly text: CasualtyText;

  constructor(text: CasualtyText) {
    this.text = text;
  }

  /** What the clause told last, or null. */
  latest(clause: number): Latest | null {
    const draft = this.drafts.at(-1);
    const item = draft?.items.at(-1);
    return draft?.clause === clause && item ? { kind: item.kind, last: draft.last } : null;
  }

  add(clause: number, told: Told): void {
    const items = this.withoutRepeats(told.items);
    if (this.isLastOfTally(told)) return;
    if (items.length === 0 || (told.weak && this.isTold(items, told.first))) return;
    const draft = this.joinable(clause, told, items) ?? this.open(clause, told.first);
    draft.items.push(...items);
    draft.last = Math.max(draft.last, told.last);
    draft.running ||= told.running;
    draft.listed ||= told.apart === true && items.every(({ people }) => people.form === 'bare');
  }

  /** Puts the people of each place in the stead of the count told for all of them; false where they do not add up to it. */
  breakDown(clause: number, { parts }: Breakdown): boolean {
    const draft = this.drafts.at(-1);
    const kind = draft?.items.at(-1)?.kind;
    if (draft === undefined || kind === undefined) return false;
    const sum = parts
      .flatMap(({ people }) => people)
      .reduce((all, { count }) => all + (count.best ?? Number.NaN), 0);
    if (countOf(draft, kind)?.best !== sum) return false;
    const whose = draft.items.find((item) => item.kind === kind)?.people.group ?? null;
    draft.items = draft.items.filter((item) => item.kind !== kind);
    for (const { people, last } of parts) {
      const part = this.open(clause, people[0]?.first ?? last);
      part.items = people.map((one) => ({
        kind,
        people: retold(one, { group: one.group ?? whose }),
        count: one.count,
      }));
      part.last = last;
    }
    return true;
  }

  addZero(clause: number, first: number, zero: Zero): void {
    const previous = this.drafts.at(-1);
    if (
      previous?.clause === clause &&
      previous.items.some(({ kind }) => kind === 'killed' || kind === 'injured')
    )
      return;
    const draft = this.open(clause, first);
    draft.last = zero.last;
    draft.zero = zero;
  }

  /** Reads the people after «بينهم» as parts of the finding before; returns the token to go on from. */
  split(kind: 'part' | 'whole' | 'most', start: number, last: number): number {
    const at = this.text.norm(start) === ':' ? start + 1 : start;
    const spread = this.drafts.at(-1);
    if (kind === 'most' && this.text.norm(at) === 'في' && spread && at - spread.last <= NEAR)
      spread.spread = true;
    const first = peopleAt(this.text, at, last);
    if (first === null || first.what === 'things') return at;
    const list = listFrom(this.text, first, last);
    const end = list.at(-1)?.last ?? at;
    const draft = this.drafts.at(-1);
    const latest = draft?.items.at(-1);
    if (!draft || !latest || at - draft.last > NEAR || draft.sentence !== this.sentenceAt(at)) return end + 1;
    draft.last = end;
    if (kind === 'most' || latest.people.mixed || latest.count.best === null) return end + 1;
    const whole = countOf(draft, latest.kind);
    for (const people of list) {
      // «42 قتيلا بينهم 11 طفلا، فضلا عن 61 جريحا»: others, and no part of the dead.
      if (people.kind !== null && people.kind !== latest.kind) {
        draft.items.push({ kind: people.kind, people, count: people.count });
        continue;
      }
      if (people.group === null || whole === null) continue;
      const count = kind === 'whole' && people.form === 'plural' ? whole : within(people.count, whole);
      draft.parts.push({ group: people.group, kind: latest.kind, count, at: people.first });
    }
    return end + 1;
  }

  /** «هم 52 من … و11 من …»: one more part, where the list of parts was broken by other words. */
  splitOn(clause: number, at: number, last: number): number | null {
    const draft = this.drafts.at(-1);
    const part = draft?.parts.at(-1);
    if (!draft || !part || draft.clause !== clause || part.at >= at || part.at < draft.first) return null;
    if (at - draft.last > PART_REACH || !this.text.isJoined(at)) return null;
    for (let i = draft.last + 1; i < at; i++) if (this.text.norm(i) === 'في') return null;
    const people = peopleAt(this.text, at, last);
    if (people?.what !== 'people' || people.form !== 'counted') return null;
    return people.group === null || people.kind !== null ? null : this.split('part', at, last);
  }

  done(): CasualtyDetail[] {
    const listed = new Map<number, number>();
    for (const draft of this.drafts) {
      if (draft.listed && !this.isOfOneTown(draft))
        listed.set(draft.sentence, (listed.get(draft.sentence) ?? 0) + 1);
    }
    const found = this.drafts
      .filter(({ items, zero }) => items.length > 0 || zero !== null)
      .map((draft) => this.finish(draft, (listed.get(draft.sentence) ?? 0) > 1));
    const sums = found.map((_, index) => sumsUp(this.text.reading, found, index));
    sums.forEach((isSum, index) => {
      if (isSum) (found[index] as { total: boolean }).total = true;
    });
    return found;
  }

  /** «14 في حي …، وتسعة في حي …»: the dead of one event by quarter, and no list of the country's dead. */
  private isOfOneTown(draft: Draft): boolean {
    const level = this.placeOf(draft.first, draft.last)?.place?.level;
    return level === 'neighbourhood' || level === 'camp';
  }

  /**
   * People that were counted already: a verb after them says the same again («57 شهيدا ارتقوا») and is dropped, or says
   * otherwise («وخمسة آخرين أصيبوا») and takes them over.
   */
  private withoutRepeats(items: readonly Item[]): Item[] {
    const draft = this.drafts.at(-1);
    if (draft === undefined) return [...items];
    return items.filter((item) => {
      const index = draft.items.findIndex(
        ({ people }) => people.first === item.people.first && people.last === item.people.last,
      );
      const known = index < 0 ? undefined : draft.items[index];
      if (known === undefined) return !this.isPart(draft, item);
      if (known.people.mixed) return item.people.mixed;
      if (known.kind === item.kind) return false;
      draft.items.splice(index, 1);
      return true;
    });
  }

  /** A part of the people just counted with a verb of its own adds nothing, unless the count is a total. */
  private isPart(draft: Draft, { kind, people }: Item): boolean {
    const part = draft.parts.some(({ at, kind: told }) => at === people.first && told === kind);
    return part && !isTotal(this.text.reading, draft.clause, draft.first, draft.last);
  }

  /** «ارتفعت الحصيلة إلى أربعة بعد وفاة طفل»: the one more is in the tally. */
  private isLastOfTally({ first, running }: Told): boolean {
    const draft = this.drafts.at(-1);
    if (!draft?.running || running || draft.sentence !== this.sentenceAt(first)) return false;
    for (let i = first - 1; i >= Math.max(draft.last, first - 4); i--) {
      if (/^(?:بعد|اثر|عقب|بوفاه)$/.test(this.text.norm(i))) return true;
    }
    return false;
  }

  /** Whether the sentence told people of these kinds already. */
  private isTold(items: readonly Item[], at: number): boolean {
    const sentence = this.sentenceAt(at);
    const before: Item[] = [];
    for (let i = this.drafts.length - 1; this.drafts[i]?.sentence === sentence; i--) {
      before.push(...(this.drafts[i] as Draft).items);
    }
    return items.every(({ kind }) => before.some((item) => item.kind === kind));
  }

  private open(clause: number, first: number): Draft {
    const sentence = this.sentenceAt(first);
    const draft: Draft = {
      clause,
      sentence,
      first,
      last: first,
      items: [],
      parts: [],
      running: false,
      zero: null,
      spread: false,
      listed: false,
    };
    this.drafts.push(draft);
    return draft;
  }

  private sentenceAt(token: number): number {
    const { clauses } = this.text.reading;
    let low = 0;
    let high = clauses.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((clauses[middle]?.last ?? 0) < token) low = middle + 1;
      else high = middle;
    }
    return clauses[low]?.sentence ?? 0;
  }

  /** The finding before, where this goes on with another kind of it: «مقتل ثلاثة وإصابة خمسة». */
  private joinable(clause: number, told: Told, items: readonly Item[]): Draft | null {
    const draft = this.drafts.at(-1);
    if (draft === undefined || draft.zero !== null || told.apart || draft.items.length === 0) return null;
    if (draft.sentence !== this.sentenceAt(told.first) || told.first - draft.last > NEAR) return null;
    if (this.isOfOwnEvent(draft, told)) return null;
    if (items.some(({ kind }) => draft.items.some((one) => one.kind === kind))) {
      const joined = told.first - draft.last <= (this.isAdded(draft.last + 1) ? ADDED_REACH : 2);
      return joined && isOtherSide(draft.items, items) ? draft : null;
    }
    if (items.some(({ people }) => people.others)) return draft;
    if (!items.every(({ kind }) => kind === 'injured' || kind === 'killed')) return null;
    if (draft.clause === clause && told.first - draft.last <= 3) return draft;
    return this.placeBetween(draft.last, told.first) ? null : draft;
  }

  /** «قضى طفلان بالإضافة إلى مقتل قياديين اثنين»: what follows comes on top. */
  private isAdded(at: number): boolean {
    return /^(?:بالاضافه|اضافه|فضلا|علاوه|الي)$/.test(this.text.norm(at).replace(/^و/, ''));
  }

  /** «قتل عشرون بتفجير سيارة، وسقط جريحان بقصف مدفعي»: means told before and again after; «واغتيل …» always. */
  private isOfOwnEvent(draft: Draft, { first, last }: Told): boolean {
    if (/^[وف]?(?:اغتال|اغتيل|اعدم)/.test(this.text.norm(first))) return true;
    if (!this.hasMeans(last + 1, last + MEANS_REACH) || !this.hasBreath(draft.last + 1, first)) return false;
    let start = draft.first;
    while (start > 0 && draft.first - start < NEAR && this.sentenceAt(start - 1) === draft.sentence) start--;
    return this.hasMeans(start, draft.first - 1) || this.hasMeans(draft.last + 1, first - 1);
  }

  private hasMeans(first: number, last: number): boolean {
    for (let at = first; at <= last; at++) if (this.text.is(at, SMALL.means)) return true;
    return false;
  }

  private hasBreath(first: number, last: number): boolean {
    for (let at = first; at <= last; at++) if (this.text.norm(at) === '،') return true;
    return false;
  }

  private placeBetween(from: number, to: number): boolean {
    return spansWithin(this.text.reading.entities.places, from + 1, to - 1).some(({ last }) => last < to);
  }

  /** «… شهيدين وعدد من الجرحى في البلدة»: the place told right after the people. */
  private placeOf(first: number, last: number): PlaceFound | null {
    const inside = spansWithin(this.text.reading.entities.places, first, last).filter(
      ({ use }) => use === 'location',
    );
    if (inside.length > 0) return inside.length === 1 ? (inside[0] ?? null) : null;
    return this.placeAfter(last);
  }

  private placeAfter(last: number): PlaceFound | null {
    const [at] = spansWithin(this.text.reading.entities.places, last + 1, last + PLACE_REACH);
    if (at?.use !== 'location') return null;
    const next = this.text.norm(last + 1);
    return /^(?:في|عند|قرب|داخل|وسط)$/.test(next) || (at.first === last + 1 && next.startsWith('ب'))
      ? at
      : null;
  }

  /** `listed`: the sentence tells a day's totals by place, «(36) في … و(22) في … و(21) في …». */
  private finish(draft: Draft, listed: boolean): CasualtyDetail {
    const { tokens, reading } = this.text;
    const { zero } = draft;
    const counts = {
      killed: countOf(draft, 'killed'),
      injured: countOf(draft, 'injured'),
    };
    const exact = settled(draft, counts);
    return {
      first: draft.first,
      last: draft.last,
      start: tokens[draft.first]?.start ?? 0,
      end: tokens[draft.last]?.end ?? 0,
      killed: exact.killed ?? (zero?.killed ? exactly(0) : counts.killed),
      injured: exact.injured ?? (zero?.injured ? exactly(0) : counts.injured),
      abducted: countOf(draft, 'abducted'),
      detained: countOf(draft, 'detained'),
      displaced: countOf(draft, 'displaced'),
      groups: groupsOf(draft),
      running: draft.running,
      total:
        zero === null &&
        (isDigest(reading, draft) ||
          (isMany(draft) &&
            (listed ||
              draft.spread ||
              isOfHabit(this.text, draft.first) ||
              isOfSameTime(this.text, draft.last) ||
              isTotal(reading, draft.clause, draft.first, draft.last))) ||
          (isMany(draft, 2) && isScattered(reading, draft.clause, draft.last))),
      clause: draft.clause,
      place: this.placeOf(draft.first, draft.last),
      victims: victimsOf(draft),
      zero: zero !== null,
    };
  }
}

/** Ids of the actors whose people they are, sorted. */
function victimsOf({ items }: Draft): readonly string[] {
  if (items.every(({ people }) => people.actors.length === 0)) return NOBODY;
  return [...new Set(items.flatMap(({ people }) => people.actors))].sort();
}

const NOBODY: readonly string[] = [];

/** «لقتل عدد من عناصر التنظيم وارتقاء عدد من المدنيين»: the same, of others. */
function isOtherSide(before: readonly Item[], after: readonly Item[]): boolean {
  const groups = new Set(before.map(({ people }) => people.group));
  return after.every(({ people }) => people.group !== null && !groups.has(people.group)) && !groups.has(null);
}

/** One or two people are no total, whatever period the sentence speaks of. */
function isMany(draft: Draft, least = 3): boolean {
  const low = (kind: CasualtyKind): number => {
    const count = countOf(draft, kind);
    // «العديد من القتلى والجرحى»: one at least of each, and many in all.
    return count !== null && count.best === null ? least : (count?.low ?? 0);
  };
  return draft.listed || draft.running || Math.max(low('killed'), low('injured')) >= least;
}
