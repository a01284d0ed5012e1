/** Puts what single words tell together to findings: dead and hurt of one event, groups, splits, totals. */
import { fitting } from '../../arabic/word-memory.ts';
import type { CasualtyDetail } from './casualties.ts';
import { isRetold } from './casualty-again.ts';
import type { Breakdown } from './casualty-breakdown.ts';
import type { Latest } from './casualty-continuation.ts';
import { turnedDead } from './casualty-died.ts';
import { type Draft, draftAt } from './casualty-draft.ts';
import { finished } from './casualty-finish.ts';
import { joinsFinding } from './casualty-joining.ts';
import { SMALL } from './casualty-lexicon.ts';
import { brokenDown, isDying, listed, shareOf, split, splitOn } from './casualty-parts.ts';
import type { People } from './casualty-people-shape.ts';
import { placeOf } from './casualty-place.ts';
import { isLastOfTally, isTold, withoutRepeats } from './casualty-repeats.ts';
import type { CasualtyText } from './casualty-text.ts';
import type { Item, Told } from './casualty-told.ts';
import type { Zero } from './casualty-zero.ts';
import { isAndThere } from './moving-on.ts';

/** How many counts back «بين القتلى» may take up. */
const EARLIER = 3;

const isFalling = fitting(/^[وف]?(?:سقوط|سقطت?|تعرضت?|تعرض|استهداف|استهدفت?)$/);

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
    return draft?.clause === clause && item
      ? { kind: item.kind, last: draft.last, people: item.people.last }
      : null;
  }

  /** The last token of those told last, where they were told in this clause, or went on into it from the one before. */
  lastIn(clause: number, first: number): number | null {
    const draft = this.drafts.at(-1);
    return draft !== undefined && (draft.clause === clause || draft.last >= first) && draft.items.length > 0
      ? draft.last
      : null;
  }

  /** Whether people of the kinds that the items tell were told before, anywhere in the text. */
  knows(items: readonly Item[]): boolean {
    return this.drafts.some((draft) =>
      draft.items.some(({ kind }) => items.some((one) => one.kind === kind)),
    );
  }

  add(clause: number, told: Told): void {
    const before = this.drafts.at(-1);
    const items = withoutRepeats(this.text, before, told);
    if (isLastOfTally(this.text, before, told) || items.length === 0) return;
    if (told.weak && isTold(this.text, this.drafts, items, told.first)) return;
    const again = before !== undefined && before.zero === null && isRetold(this.text, before, told, items);
    const joins =
      !again &&
      before !== undefined &&
      !this.areOfAllPlaces(before, items) &&
      joinsFinding(this.text, before, clause, told, items);
    const draft = joins ? before : this.open(clause, told.first);
    draft.again ||= again;
    draft.items.push(...items);
    draft.last = Math.max(draft.last, told.last);
    draft.running ||= told.running;
    draft.listed ||= told.apart === true && items.every(({ people }) => people.form === 'bare');
  }

  /** «خمسة في (أ) وطفلان في (ب)، وأصيب نحو 30 آخرين»: the hurt of both places, and not of the last. */
  private areOfAllPlaces(before: Draft, items: readonly Item[]): boolean {
    const first = this.drafts.at(-2);
    if (first?.sentence !== before.sentence) return false;
    if (!items.every(({ kind, people }) => kind === 'injured' && people.others)) return false;
    if (![first, before].every((one) => one.items.every(({ kind }) => kind === 'killed'))) return false;
    const [one, other] = [first, before].map((draft) => placeOf(this.text, draft.first, draft.last)?.first);
    return one !== undefined && other !== undefined && one !== other;
  }

  /**
   * Puts the people of each place in the stead of the count told for all of them, just before or, `ofEarlier`, among the
   * last few counts; false where they do not add up to it.
   */
  breakDown(clause: number, breakdown: Breakdown, ofEarlier = false): boolean {
    for (let back = 1; back <= (ofEarlier ? EARLIER : 1); back++) {
      const parts = brokenDown(this.text, this.drafts.at(-back), clause, breakdown);
      if (parts === null) continue;
      this.drafts.push(...parts);
      return true;
    }
    return false;
  }

  /** Takes people told after a colon for those told before it; null where they are others. */
  listed(people: readonly People[]): number | null {
    return listed(this.text, this.drafts.at(-1), people);
  }

  /** «توفي اثنان منهم»: who of the hurt died; null where the token tells no such thing. */
  turnedDead(at: number): number | null {
    return turnedDead(this.text, this.drafts.at(-1), at);
  }

  addZero(clause: number, first: number, zero: Zero): void {
    const previous = this.drafts.at(-1);
    if (
      previous?.clause === clause &&
      previous.items.some(({ kind }) => kind === 'killed' || kind === 'injured') &&
      !this.movesOn(previous.last, first)
    )
      return;
    const draft = this.open(clause, first);
    draft.last = zero.last;
    draft.zero = zero;
  }

  /** «فقضى 13 شخصا، وعلى بلدة (أ) دون ضحايا»: nobody of the other place. */
  private movesOn(from: number, to: number): boolean {
    for (let at = from + 1; at < to; at++) {
      if (this.text.fits(at, isAndThere)) return true;
      // «قضى مزارع برصاص قناص، وطاول قصف قرية عيدون، واقتصرت الأضرار على الماديات»
      if (/^[وف].{3}/.test(this.text.norm(at)) && this.text.is(at + 1, SMALL.means)) return true;
      // «… وعددا من الجرحى، ومع سقوط صواريخ على (ب) اقتصرت أضرارها على الماديات»
      const falls = this.text.fits(at, isFalling);
      if (falls && [1, 2].some((on) => this.text.is(at + on, SMALL.means))) return true;
    }
    return false;
  }

  /** Reads the people after «بينهم» as parts of the finding before; returns the token to go on from. */
  split(kind: 'part' | 'whole' | 'most', start: number, last: number): number {
    const before = this.drafts.at(-1);
    const share = kind === 'part' ? shareOf(this.text, before, start, last) : null;
    if (before !== undefined && share !== null) {
      before.spread = true;
      // «بينهم 7 | قضوا في غارات»: the verb tells of the share, and of nobody else.
      const verb = this.text.fits(share.people.last + 1, isDying) ? share.people.last + 1 : null;
      const draft = this.open(before.clause, verb ?? share.people.first);
      draft.items.push(share);
      draft.last = verb ?? share.people.last;
      return draft.last + 1;
    }
    return split(this.text, this.drafts.at(-1), kind, start, last);
  }

  /** One more part, where the list of parts was broken by other words; null where there is none. */
  splitOn(clause: number, at: number, last: number): number | null {
    return splitOn(this.text, this.drafts.at(-1), clause, at, last);
  }

  done(): CasualtyDetail[] {
    return finished(this.text, this.drafts);
  }

  private open(clause: number, first: number): Draft {
    const draft = draftAt(this.text, clause, first);
    this.drafts.push(draft);
    return draft;
  }
}
