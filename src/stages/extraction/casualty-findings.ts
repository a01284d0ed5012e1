/** Puts what single words tell together to findings: dead and hurt of one event, groups, splits, totals. */
import type { Count } from '../../model/mention.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import type { CasualtyDetail } from './casualties.ts';
import { exactly, plus, within } from './casualty-counts.ts';
import { CASUALTY_KINDS, type CasualtyKind } from './casualty-lexicon.ts';
import { peopleAt } from './casualty-people.ts';
import type { CasualtyText } from './casualty-text.ts';
import { listFrom, type Told } from './casualty-told.ts';
import type { Zero } from './casualty-zero.ts';
import { isTotal } from './tolls.ts';

/** Two kinds told farther apart than this are two findings. */
const NEAR = 25;

interface Draft {
  clause: number;
  sentence: number;
  first: number;
  last: number;
  counts: Partial<Record<CasualtyKind, Count>>;
  groups: Map<CasualtyGroup, Partial<Record<CasualtyKind, Count>>>;
  victims: Set<string>;
  running: boolean;
  zero: boolean;
  /** The kind that a split belongs to. */
  latest: CasualtyKind;
  mixed: boolean;
}

export class Findings {
  private readonly drafts: Draft[] = [];
  private readonly text: CasualtyText;

  constructor(text: CasualtyText) {
    this.text = text;
  }

  add(clause: number, told: Told): void {
    const draft = this.joinable(clause, told) ?? this.open(clause, told.first);
    for (const { kind, people, count } of told.items) {
      draft.counts[kind] = plus(draft.counts[kind] ?? null, count) ?? count;
      if (people.group !== null && !people.mixed) addToGroup(draft, people.group, kind, count);
      for (const actor of people.actors) draft.victims.add(actor);
      draft.latest = kind;
    }
    draft.mixed = told.items.some(({ count }) => count.best === null && count.low === 1);
    draft.last = Math.max(draft.last, told.last);
    draft.running ||= told.running;
  }

  addZero(clause: number, first: number, zero: Zero): void {
    const previous = this.drafts.at(-1);
    const near = previous !== undefined && previous.clause === clause && !previous.zero;
    if (near && (previous.counts.killed !== undefined || previous.counts.injured !== undefined)) return;
    const draft = this.open(clause, first);
    draft.last = zero.last;
    draft.zero = true;
    if (zero.killed) draft.counts.killed = exactly(0);
    if (zero.injured) draft.counts.injured = exactly(0);
  }

  /** Reads the people after «بينهم» as parts of the finding before; returns the token to go on from. */
  split(kind: 'part' | 'whole' | 'most', at: number, last: number): number {
    const first = peopleAt(this.text, at, last);
    const draft = this.drafts.at(-1);
    if (first === null || first.what === 'things') return at;
    const list = listFrom(this.text, first, last);
    const end = list.at(-1)?.last ?? at;
    if (draft === undefined || at - draft.last > NEAR || draft.sentence !== this.sentenceAt(at))
      return end + 1;
    draft.last = end;
    const whole = draft.counts[draft.latest] ?? null;
    if (kind === 'most' || draft.mixed || whole === null) return end + 1;
    for (const people of list) {
      if (people.group === null) continue;
      const count = kind === 'whole' && people.form === 'plural' ? whole : within(people.count, whole);
      addToGroup(draft, people.group, people.kind ?? draft.latest, count);
    }
    return end + 1;
  }

  done(): CasualtyDetail[] {
    return this.drafts.map((draft) => this.finish(draft));
  }

  private open(clause: number, first: number): Draft {
    const draft: Draft = {
      clause,
      sentence: this.sentenceAt(first),
      first,
      last: first,
      counts: {},
      groups: new Map(),
      victims: new Set(),
      running: false,
      zero: false,
      latest: 'killed',
      mixed: false,
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
  private joinable(clause: number, told: Told): Draft | null {
    const draft = this.drafts.at(-1);
    if (draft === undefined || draft.zero || draft.sentence !== this.sentenceAt(told.first)) return null;
    if (told.first - draft.last > NEAR) return null;
    if (told.items.some(({ kind }) => draft.counts[kind] !== undefined)) return null;
    if (told.items.some(({ people }) => people.others)) return draft;
    if (!told.items.every(({ kind }) => kind === 'injured' || kind === 'killed')) return null;
    if (draft.clause === clause && told.first - draft.last <= 3) return draft;
    return this.placeBetween(draft.last, told.first) ? null : draft;
  }

  private placeBetween(from: number, to: number): boolean {
    return this.text.reading.entities.places.some(({ first, last }) => first > from && last < to);
  }

  private finish(draft: Draft): CasualtyDetail {
    const { tokens, reading } = this.text;
    const count = (kind: CasualtyKind): Count | null => draft.counts[kind] ?? null;
    return {
      first: draft.first,
      last: draft.last,
      start: tokens[draft.first]?.start ?? 0,
      end: tokens[draft.last]?.end ?? 0,
      ...(Object.fromEntries(CASUALTY_KINDS.map((kind) => [kind, count(kind)])) as Record<
        CasualtyKind,
        Count | null
      >),
      groups: groupsOf(draft),
      running: draft.running,
      total: !draft.zero && isTotal(reading, draft.clause, draft.first, draft.last),
      clause: draft.clause,
      victims: [...draft.victims].sort(),
      zero: draft.zero,
    };
  }
}

function addToGroup(draft: Draft, group: CasualtyGroup, kind: CasualtyKind, count: Count): void {
  const counts = draft.groups.get(group) ?? {};
  counts[kind] = plus(counts[kind] ?? null, count) ?? count;
  draft.groups.set(group, counts);
}

function groupsOf(draft: Draft): CasualtyDetail['groups'] {
  const groups: CasualtyDetail['groups'] = {};
  for (const [group, counts] of draft.groups) {
    if (counts.killed === undefined && counts.injured === undefined) continue;
    groups[group] = {
      ...(counts.killed === undefined ? {} : { killed: counts.killed }),
      ...(counts.injured === undefined ? {} : { injured: counts.injured }),
    };
  }
  return groups;
}
