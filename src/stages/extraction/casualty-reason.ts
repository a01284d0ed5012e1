/** Tells the dead for whom something was done («ردا على مقتل خمسة», «احتجاجا على مقتل ثلاثة») from those of the event. */
import { fitting } from '../../arabic/word-memory.ts';
import { SMALL } from './casualty-lexicon.ts';
import type { CasualtyText } from './casualty-text.ts';

const isForThem = fitting(
  /^[وف]?(?:ردا|انتقاما|ثارا|احتجاجا|تنديدا|استنكارا|غضبا|حدادا|منددين|منددا|منددة|تضامنا|للتنديد|للاحتجاج|للمطالبه)$/,
);
const isDayAfter = fitting(/^(?:يوم|يومين|ايام|ساعات|ساعه|اسبوع)$/);

const isAfter = fitting(/^(?:بعد|بعدما|عقب|اثر)$/);
/** How far before the dead for whom a toll has risen it may be told. */
const RISE_REACH = 16;

/** «ارتفع عدد القتلى إلى 19 بعدما فارق مصاب الحياة», «صارت الحصيلة 20 قتيلا بعد وفاة سيدة»: one of those counted. */
function isWhyRisen(text: CasualtyText, first: number): boolean {
  if (!text.fits(first - 1, isAfter)) return false;
  for (let i = first - 2; i >= first - RISE_REACH && i >= 0; i--) {
    if (/^[.؛]$/.test(text.norm(i))) return false;
    if (text.is(i, SMALL.tally)) return true;
  }
  return false;
}

/** How far after the dead of the day before what killed them may be told. */
const MEANS_REACH = 12;

function hasMeans(text: CasualtyText, first: number): boolean {
  for (let at = first + 1; at <= first + MEANS_REACH && !/^[.؛]$/.test(text.norm(at)); at++)
    if (text.is(at, SMALL.means)) return true;
  return false;
}

/** Whether the people told at the token are the reason for what the sentence tells, or died before it. */
export function isReason(text: CasualtyText, first: number): boolean {
  if (isWhyRisen(text, first)) return true;
  const on = text.norm(first - 1) === 'علي' || text.norm(first - 1) === 'عن' ? first - 2 : first - 1;
  // «انتقاما لمقتل», «تنديدا بمقتل»
  const joined = on === first - 2 || /^[بل]/.test(text.norm(first));
  if (joined && text.fits(on, isForThem)) return true;
  // «غداة مقتل أربعين آخرين»: of the day before, where nothing tells of what they died.
  if (/^و?غداه$/.test(text.norm(first - 1))) return !hasMeans(text, first);
  // «بعد يوم من مقتل أربعة»
  return (
    text.norm(first - 1) === 'من' && text.fits(first - 2, isDayAfter) && /^و?بعد$/.test(text.norm(first - 3))
  );
}
