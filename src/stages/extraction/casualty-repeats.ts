/** What adds nothing to the finding before: people counted already, told by another verb, or part of a tally. */
import { fitting } from '../../arabic/word-memory.ts';
import { type Draft, sentenceAt } from './casualty-draft.ts';
import type { CasualtyText } from './casualty-text.ts';
import type { Item, Told } from './casualty-told.ts';
import { isTotal } from './totals.ts';

/**
 * People that were counted already: a verb after them says the same again («57 شهيدا ارتقوا») and is dropped, or says
 * otherwise («وخمسة آخرين أصيبوا») and takes them over from the finding before.
 */
export function withoutRepeats(
  text: CasualtyText,
  draft: Draft | undefined,
  { items, last }: Told,
): readonly Item[] {
  if (draft === undefined) return items;
  return items.filter((item) => {
    const index = draft.items.findIndex(
      ({ people }) => people.first === item.people.first && people.last === item.people.last,
    );
    const known = index < 0 ? undefined : draft.items[index];
    if (known === undefined) return !isPart(text, draft, item) && !isOfThem(text, draft, item);
    if (known.people.mixed) return item.people.mixed;
    if (known.kind === item.kind) return false;
    // «استشهد مواطنان في (أ) | أصابهما رصاص القناصة»: what killed them.
    if (known.kind === 'killed' && item.kind === 'injured' && hasObject(text, last)) return false;
    draft.items.splice(index, 1);
    return true;
  });
}

function hasObject(text: CasualtyText, at: number): boolean {
  const word = text.word(at);
  return word !== null && /^(?:ه|ها|هما|هم|هن)$/.test(word.suffix) && /^اصاب/.test(word.stem);
}

const isThemWord = fitting(/^من(?:هم|هن|هما)$/);

/** «أصيب خمسة أطفال، إصابة اثنين منهم بليغة»: how some of those just counted were hurt. */
function isOfThem(text: CasualtyText, draft: Draft, { kind, people, count }: Item): boolean {
  if (kind !== 'injured') return false;
  if (!text.fits(people.last, isThemWord) && !text.fits(people.last + 1, isThemWord)) return false;
  if (draft.sentence !== sentenceAt(text, people.first)) return false;
  const whole = draft.items.find((item) => item.kind === kind)?.count.best ?? null;
  return whole !== null && count.best !== null && count.best < whole;
}

/** A part of the people just counted with a verb of its own adds nothing, unless the count is a total. */
function isPart(text: CasualtyText, draft: Draft, { kind, people }: Item): boolean {
  const part = draft.parts.some(({ at, kind: told }) => at === people.first && told === kind);
  return part && !isTotal(text.reading, draft.clause, draft.first, draft.last);
}

/** «ارتفعت الحصيلة إلى أربعة بعد وفاة طفل»: the one more is in the tally. */
export function isLastOfTally(
  text: CasualtyText,
  draft: Draft | undefined,
  { first, running }: Told,
): boolean {
  if (!draft?.running || running || draft.sentence !== sentenceAt(text, first)) return false;
  for (let i = first - 1; i >= Math.max(draft.last, first - 4); i--) {
    if (/^(?:بعد|بعدما|اثر|عقب|بوفاه)$/.test(text.norm(i))) return true;
  }
  return false;
}

/** Whether the sentence of a token told people of these kinds already. */
export function isTold(
  text: CasualtyText,
  drafts: readonly Draft[],
  items: readonly Item[],
  at: number,
): boolean {
  const sentence = sentenceAt(text, at);
  const before: Item[] = [];
  for (let i = drafts.length - 1; drafts[i]?.sentence === sentence; i--) {
    before.push(...(drafts[i] as Draft).items);
  }
  return items.every(({ kind }) => before.some((item) => item.kind === kind));
}
