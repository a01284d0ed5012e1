/** Whether people go on with the finding before or are of an event of their own: «مقتل ثلاثة وإصابة خمسة». */
import { fitting } from '../../arabic/word-memory.ts';
import { type Draft, sentenceAt } from './casualty-draft.ts';
import { isWhatWas } from './casualty-earlier.ts';
import { isKin } from './casualty-kin.ts';
import { SMALL } from './casualty-lexicon.ts';
import type { CasualtyText } from './casualty-text.ts';
import type { Item, Told } from './casualty-told.ts';
import { spansWithin } from './spans-within.ts';

/** Two kinds told farther apart than this are two findings. */
export const NEAR = 25;

/** … and so far after «بالإضافة إلى». */
const ADDED_REACH = 4;

/** What killed or hurt them stands so near after the people. */
const MEANS_REACH = 4;

/** Whether what is told in a clause, `items` of it new, goes on with the finding before. */
export function joinsFinding(
  text: CasualtyText,
  draft: Draft,
  clause: number,
  told: Told,
  items: readonly Item[],
): boolean {
  if (draft.zero !== null || told.apart || draft.items.length === 0) return false;
  if (draft.sentence !== sentenceAt(text, told.first) || told.first - draft.last > NEAR) return false;
  if (isOfOwnEvent(text, draft, told) || isWhatWas(text, told.first)) return false;
  if (items.some(({ kind }) => draft.items.some((one) => one.kind === kind))) {
    const joined = told.first - draft.last <= (isAdded(text, draft.last + 1) ? ADDED_REACH : 2);
    return joined && (areKin(text, items) || isOtherSide(draft.items, items));
  }
  if (items.some(({ people }) => people.others)) return true;
  if (!items.every(({ kind }) => kind === 'injured' || kind === 'killed')) return false;
  if (draft.clause === clause && told.first - draft.last <= 3) return true;
  return !placeBetween(text, draft.last, told.first);
}

/** «فقد رجل بصره | وبُترت يد ابنه»: one more, who is theirs. */
function areKin(text: CasualtyText, items: readonly Item[]): boolean {
  return items.every(({ people }) => people.form === 'one' && isKin(text, people.first));
}

/** «قضى طفلان بالإضافة إلى مقتل قياديين اثنين»: what follows comes on top. */
function isAdded(text: CasualtyText, at: number): boolean {
  return /^(?:بالاضافه|اضافه|فضلا|علاوه|الي)$/.test(text.norm(at).replace(/^و/, ''));
}

/** «قتل عشرون بتفجير سيارة، وسقط جريحان بقصف مدفعي»: means told before and again after; «واغتيل …» always. */
function isOfOwnEvent(text: CasualtyText, draft: Draft, { first, last }: Told): boolean {
  if (/^[وف]?(?:اغتال|اغتيل|اعدم)/.test(text.norm(first))) return true;
  if (isMeanwhile(text, draft, first, last)) return true;
  // «راح ضحيتها سبعة، وقتل ثلاثة عناصر خلال اشتباكات …»: a clause with a cause of its own.
  const verb = text.word(first)?.predicates.some(({ form }) => form === 'verb') ?? false;
  if (verb && text.fits(last + 1, opensCause) && hasBreath(text, draft.last + 1, first)) return true;
  if (!hasMeans(text, last + 1, last + MEANS_REACH) || !hasBreath(text, draft.last + 1, first)) return false;
  // «فقُتل مدني، وأصيب آخرون بغارات مماثلة على (ب)»
  for (let at = last + 2; at <= last + 1 + MEANS_REACH; at++) if (text.fits(at, isSimilar)) return true;
  let start = draft.first;
  while (start > 0 && draft.first - start < NEAR && sentenceAt(text, start - 1) === draft.sentence) start--;
  return hasMeans(text, start, draft.first - 1) || hasMeans(text, draft.last + 1, first - 1);
}

const isWhile = fitting(/^[وف]?(?:بينما|فيما|حين|كما)$/);

/** «اعتقل شاب …، بينما قتل آخر برصاص مجهولين», «… نتيجة القصف، فيما جرح اثنان بغارة على (ب)»: told aside, with means of its own. */
function isMeanwhile(
  text: CasualtyText,
  { items, last: before }: Draft,
  first: number,
  last: number,
): boolean {
  let aside = false;
  for (let at = before + 1; at < first && !aside; at++) aside = text.fits(at, isWhile);
  if (!aside) return false;
  const taken = items.some(({ kind }) => kind !== 'killed' && kind !== 'injured');
  return taken || hasMeans(text, last + 1, last + MEANS_REACH);
}

const isSimilar = fitting(/^(?:مماثله?|مشابهه?)$/);
const opensCause = fitting(/^(?:خلال|اثر|جراء|نتيجه|اثناء|عقب|بسبب)$/);

function hasMeans(text: CasualtyText, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (text.is(at, SMALL.means)) return true;
  return false;
}

function hasBreath(text: CasualtyText, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (text.norm(at) === '،') return true;
  return false;
}

function placeBetween(text: CasualtyText, from: number, to: number): boolean {
  return spansWithin(text.reading.entities.places, from + 1, to - 1).some(({ last }) => last < to);
}

/** «لقتل عدد من عناصر التنظيم وارتقاء عدد من المدنيين»: the same, of others. */
function isOtherSide(before: readonly Item[], after: readonly Item[]): boolean {
  const groups = new Set(before.map(({ people }) => people.group));
  return after.every(({ people }) => people.group !== null && !groups.has(people.group)) && !groups.has(null);
}
