/** Tells a figure that another source gives for the same dead from people who come on top of them. */
import { fitting } from '../../arabic/word-memory.ts';
import { type Draft, sentenceAt } from './casualty-draft.ts';
import { SMALL } from './casualty-lexicon.ts';
import type { CasualtyText } from './casualty-text.ts';
import type { Item, Told } from './casualty-told.ts';
import { spansWithin } from './spans-within.ts';

/** How far before the people the verb of telling may stand: who tells it comes between. */
const TELLING_REACH = 12;

/** So far after them stands what killed others. */
const MEANS_REACH = 5;

const isTelling = fitting(
  /^[وف]?(?:[يت]?تحدث|قال|[يت]قول|اعلن|ذكر|[يت]ذكر|افاد|[يت]فيد|اشار|[يت]شير|احص[يا]|[يت]حصي|وثق|[يت]وثق|قدر|[يت]قدر|سجل|اكد|[يت]وكد|نقل|حدد|اورد|ا?عترف|اقر|[يت]قر)(?:ت|وا|ون)?$/,
);

const isContrast = fitting(/^(?:بينما|فيما|حين|لكن|ولكن|غير|الا|ان|وقد|قد|كانت?|وكانت?)$/);

/**
 * «قتل أكثر من مئة، في حين تحدثت الوزارة عن 89 قتيلا»: another source speaks between, and nothing that kills is told
 * again, neither before the people nor after.
 */
export function isRetold(
  text: CasualtyText,
  draft: Draft,
  { first, last }: Told,
  items: readonly Item[],
): boolean {
  const before = draft.last;
  if (draft.sentence !== sentenceAt(text, first)) return false;
  if (items.some(({ people }) => people.others)) return false;
  // «وقال المرصد إن خمسة جرحوا»: of those told, none was hurt.
  if (!items.some(({ kind }) => draft.items.some((one) => one.kind === kind))) return false;
  for (let at = last + 1; at <= last + MEANS_REACH; at++) {
    // «إن 17 شخصا استشهدوا بينهم أربعة»: who of them were.
    if (text.isSplit(at)) break;
    if (isOther(text, at)) return false;
  }
  for (let at = first - 1; at > before && first - at <= TELLING_REACH; at--) {
    if (isOther(text, at)) return false;
    if (!text.fits(at, isTelling)) continue;
    const speaksUp =
      /^و/.test(text.norm(at)) ||
      text.norm(at - 1) === 'و' ||
      text.fits(at - 1, isContrast) ||
      isAsFor(text, at);
    if (!speaksUp) continue;
    return spansWithin(text.reading.entities.places, at, last + 2).length === 0;
  }
  return false;
}

const isTopic = fitting(/^و?اما$/);
/** How far before its verb «أما» stands: who speaks comes between. */
const TOPIC_REACH = 9;

/** «أما المرصد فتحدث عن …» */
function isAsFor(text: CasualtyText, verb: number): boolean {
  if (!text.norm(verb).startsWith('ف')) return false;
  for (let at = verb - 1; at >= verb - TOPIC_REACH; at--) if (text.fits(at, isTopic)) return true;
  return false;
}

const isMore = fitting(/^(?:اخر(?:ي|ين|ون|ان)?|ايضا|كذلك|كما|بينهم|بينها|منهم|بعدما|بعد)$/);

/** What kills, or a word that says they are more, or a part. */
function isOther(text: CasualtyText, at: number): boolean {
  return text.is(at, SMALL.means) || text.fits(at, isMore);
}
