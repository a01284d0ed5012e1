/** Tells the dead of what goes on and on («قصفا مستمرا سقط خلاله العديد من الشهداء») from those of an event. */
import type { Token } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { CasualtyText } from './casualty-text.ts';
import type { Reading } from './findings.ts';

/** How far before its people the words of what goes on may stand. */
const REACH = 30;
/** How far after the verb «خلالها» may stand. */
const DURING_REACH = 2;

const isDuring = fitting(/^(?:خلال|اثناء)(?:ه|ها|هما|هم)$/);
const isEnd = fitting(/^[.؟!]$/);
const GOES_ON = /^(?:ال)?(?:مستمر|متواصل|متكرر|دايم|يومي|متقطع)(?:ه|ا)?$|^(?:[يت]شهد|[يت]تعرض|دايب(?:ت)?)$/;

/** «ويشهد الحي قصفا مستمرا سقط خلاله العديد من الشهداء والجرحى»: of all that time. */
export function isOfHabit(text: CasualtyText, first: number): boolean {
  let during = false;
  for (let i = first; i <= first + DURING_REACH; i++) during ||= text.fits(i, isDuring);
  if (!during) return false;
  for (let i = first - 1; i >= Math.max(0, first - REACH); i--) {
    if (text.fits(i, isEnd) || text.tokens[i + 1]?.gap === 'paragraph') return false;
    if (GOES_ON.test(text.norm(i).replace(/^و/, ''))) return true;
  }
  return false;
}

/** How far after its people the words of a time told before may stand. */
const SAME_TIME_REACH = 8;
/** … and how far before them. */
const SAME_TIME_BEFORE = 4;

/** «كما قتل 90 عنصراً خلال الفترة نفسها»: of the time that was told before. */
export function isOfSameTime(text: CasualtyText, last: number, first = last): boolean {
  // «وذكر أن خسائر التنظيم في الفترة نفسها بلغت 820 قتيلا»
  for (let i = first; i < last; i++) if (text.fits(i, isTime) && text.fits(i + 1, isSame)) return true;
  for (let i = first - 1; i >= first - SAME_TIME_BEFORE; i--) {
    if (text.fits(i, isEnd)) break;
    if (text.fits(i, isTime) && text.fits(i + 1, isSame)) return true;
  }
  for (let i = last + 1; i <= last + SAME_TIME_REACH; i++) {
    if (text.fits(i, isEnd)) return false;
    if (text.fits(i, isTime) && text.fits(i + 1, isSame)) return true;
  }
  return false;
}

const isTime = fitting(/^(?:ال)?(?:فتره|مده|عام|سنه|شهر)$/);
const isSame = fitting(/^(?:نفس|ذات)(?:ه|ها)$/);

/** How far after its first word «حصيلة» may stand. */
const DIGEST_REACH = 4;
/** A heading has no more words than this. */
const LONGEST_HEADING = 14;

/** «31 قتيلاً حصيلة غارات النظام على حلب»: a line of its own that sums up a day of many events. */
export function isDigest({ tokens }: Reading, { first }: { readonly first: number }): boolean {
  if (first > 0 && !isLineEnd(tokens, first - 1)) return false;
  for (let i = first + 1; i <= first + DIGEST_REACH; i++) {
    if (tokens[i]?.norm !== 'حصيله') continue;
    if (/^اولي/.test(tokens[i + 1]?.norm ?? '')) return false;
    let end = i;
    while (end - first < LONGEST_HEADING && end + 1 < tokens.length && !isLineEnd(tokens, end)) end++;
    return end + 1 < tokens.length && isLineEnd(tokens, end) && tokens[end]?.kind !== 'punctuation';
  }
  return false;
}

function isLineEnd(tokens: readonly Token[], at: number): boolean {
  const gap = tokens[at + 1]?.gap;
  return gap === 'line' || gap === 'paragraph';
}
