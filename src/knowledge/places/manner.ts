/** How a place is meant: its exact words, how near to it, towards it or in it, as a person's name, as a state. */
import { classOf, INVISIBLE, MARK } from '../../arabic/characters.ts';
import { normaliseWord } from '../../arabic/normalise.ts';
import type { Token, TokenRange } from '../../arabic/token.ts';
import { among, fitting } from '../../arabic/word-memory.ts';
import type { Place, PlaceFound } from '../types.ts';
import { AROUND, COUNTRYSIDE, cueOf, cueOn, DIRECTIONS, ORIGIN_WORDS, PREPOSITIONS, SPEAKS } from './cues.ts';
import { isRegion, isSecondRegion } from './evidence.ts';
import type { Spot } from './spot.ts';

/** The range and the words of a spot, without the clitics on its first token. */
export function surfaceOf(
  tokens: readonly Token[],
  text: string | undefined,
  spot: Spot,
): TokenRange & { readonly surface: string } {
  const head = tokens[spot.first] as Token;
  const doubled =
    spot.prefix.endsWith('ل') && spot.names.some((name) => normaliseWord(name.place.ar).startsWith('الل'));
  const start = head.start + prefixLength(head.surface, spot.prefix, doubled);
  const { first } = spot;
  const last = nameEnd(tokens, spot);
  const end = (tokens[last] as Token).end;
  if (text !== undefined) return { first, last, start, end, surface: text.slice(start, end) };
  let surface = head.surface.slice(start - head.start);
  for (let i = first + 1; i <= last; i++) {
    const token = tokens[i] as Token;
    surface += token.gap === 'none' ? token.surface : ` ${token.surface}`;
  }
  return { first, last, start, end, surface };
}

/** What bulletins add to the name of an airport or a base now and then, and editors leave out. */
const TAILS = new Set([
  'النفطي',
  'النفطيه',
  'الغازي',
  'للغاز',
  'للنفط',
  'العسكري',
  'العسكريه',
  'الحربي',
  'الدولي',
  'الجويه',
]);

function nameEnd(tokens: readonly Token[], spot: Spot): number {
  const { first, last } = spot;
  return last - first >= 2 && spot.names.length > 0 && TAILS.has((tokens[last] as Token).norm)
    ? last - 1
    : last;
}

/** How many code units of the word as written the clitics take up, with the marks on them. */
function prefixLength(surface: string, prefix: string, doubled: boolean): number {
  if (prefix === '') return 0;
  let letters = prefix.length;
  // «للغوطة» is ل + الغوطة: what remains after both is «غوطة», which reads better than «لغوطة».
  if (!doubled && prefix.endsWith('ل') && normaliseWord(surface).startsWith('لل', letters - 1)) letters++;
  let seen = 0;
  for (let i = 0; i < surface.length; i++) {
    const kind = classOf(surface.charCodeAt(i));
    if (kind === MARK || kind === INVISIBLE) continue;
    if (seen === letters) return i;
    seen++;
  }
  return 0;
}

export function precisionOf(
  tokens: readonly Token[],
  spot: Spot,
  place: Place | null,
  heading: boolean,
): 1 | 2 | 3 {
  if (place === null) return spot.borrowed || spot.cue?.inName ? 2 : 3;
  if (place.level === 'adm1' || place.level === 'country' || heading) return 3;
  if (isRegion(tokens, spot) && spot.names.some((name) => name.place.level === 'adm1')) {
    return COUNTRYSIDE.has(tokens[spot.first - 1]?.norm ?? '') || isSecondRegion(tokens, spot) ? 3 : 2;
  }
  if (place.level === 'area' || place.level === 'adm2' || place.level === 'adm3') return 2;
  return isAround(tokens, spot) ? 2 : 1;
}

const isAroundWord = among(AROUND);
const isDirection = among(DIRECTIONS);

/** «محيط مدينة …», «أطراف …», «بالقرب من …». */
function isAround(tokens: readonly Token[], spot: Spot): boolean {
  for (let i = spot.first - 1, steps = 0; i >= 0 && steps < 4; i--, steps++) {
    const { norm, word } = tokens[i] as Token;
    if (isAroundWord(word)) return true;
    if (norm === 'من' && tokens[i - 1]?.norm.endsWith('القرب')) return true;
    // «على مشارف العاصمة دمشق»
    if (!cueOn(word) && !/^(?:["(«]|العاصمه)$/.test(norm)) return false;
  }
  return false;
}

export function useOf(tokens: readonly Token[], spot: Spot): PlaceFound['use'] {
  if (spot.roadEnd) return 'direction';
  for (let i = spot.first - 1, steps = 0; i >= 0 && steps < 4; i--, steps++) {
    const { norm, word } = tokens[i] as Token;
    // «على اتجاه بلدة مورك»: the front before it, and no way to it.
    if (isDirection(word)) return tokens[i - 1]?.norm === 'علي' ? 'location' : 'direction';
    if (norm === 'جهه' && tokens[i - 1]?.norm === 'من') return 'origin';
    if (norm === 'من') {
      if (tokens[i - 1]?.norm.endsWith('القرب')) return 'location';
      if (ORIGIN_WORDS.has(tokens[i - 1]?.norm ?? '')) return 'origin';
      return i === spot.first - 1 && spot.names.some(({ place }) => isPost(place)) ? 'origin' : 'location';
    }
    if (!cueOn(word) && !isAroundWord(word) && norm !== '"' && norm !== '(') return 'location';
  }
  return 'location';
}

/** Places from which things are fired or flown. */
function isPost(place: Place): boolean {
  return ['airport', 'base', 'checkpoint', 'mountain', 'site'].includes(place.level);
}

/** Words before a person's name; a place's name right after a given name is a surname. */
const GIVEN = new Set(
  `محمد احمد محمود حسن حسين خالد عمر عثمان ابراهيم يوسف مصطفي عبد عبدالله عبدالرحمن عبدالقادر سليمان سليم سالم
  سعيد سامر سمير ماهر باسل بشار رامي وليد فيصل فهد جمال كمال عادل عماد نزار غسان حسان زياد اياد طارق هيثم قاسم
  رياض فارس فراس انس ايمن اسامه بلال جهاد رضوان زاهر صالح عصام عدنان كريم لوي مازن مروان معاذ منير موسي نبيل
  ناصر نضال هاني ياسر يحيي ايهم حازم حاتم رامز شادي عامر علاء فواز ماجد مهند نادر وسيم جورج ميشيل العقيد العميد النقيب الرايد المقدم الملازم المدعو القيادي الدكتور الناشط
  الناشطه الاعلاميه الصحفيه الصحافيه المواطنه الطبيبه المهندسه السيده الشهيده المدعوه الاعلامي الصحفي المصور الصحافي الناطق المتحدث المحامي الطبيب الشاب الطفل الطفله المواطن الحاج الاستاذ المهندس`
    .split(/\s+/)
    .map(normaliseWord),
);

const isGiven = among(GIVEN);
/** «عماد أبو زريق»: the name of a family. */
const FAMILY = new Set(['ابو', 'ابي', 'ابا', 'ال', 'بن', 'ابن', 'الحاج']);

const isHouse = fitting(/^[وبل]?(?:مبني|فندق|مطعم|مقهي|سينما|باب)$/);

/** «قتل الشيخ أحمد الصالح»: what befalls or is said by somebody, no village. */
const isOfPerson = fitting(
  /^[وفب]?(?:قتل|مقتل|اغتيل|اغتيال|استشهد|استشهاد|اعدم|اعدام|خطف|اختطاف|اعتقل|اعتقال|اصيب|اصابه|وفاه|قال|اضاف|نجل)$/,
);

export function isPersonName(tokens: readonly Token[], spot: Spot): boolean {
  if (spot.cue !== null || spot.prefix !== '' || spot.borrowed) return false;
  const before = tokens[spot.first - 1];
  if (isByname(tokens, spot.first)) return true;
  const titled = spot.last > spot.first && (tokens[spot.first] as Token).norm === 'الشيخ';
  if (titled && before !== undefined && isOfPerson(before.word)) return true;
  // «مبنى البادية», «باب بغداد»: a house and a gate are named after where they are not.
  if (before !== undefined && isHouse(before.word)) return true;
  if (before === undefined || (tokens[spot.first] as Token).gap !== 'space') return false;
  // «عبد اللطيف الأحمد»
  const servant = tokens[spot.first - 2]?.norm === 'عبد' && before.norm.startsWith('ال');
  if (!servant && !isGiven(before.word)) return false;
  const family = FAMILY.has((tokens[spot.first] as Token).norm);
  return spot.first === spot.last || family || spot.names.every((name) => name.weak);
}

/** How many words a byname has at most before its last. */
const BYNAME_REACH = 3;

/** «القيادي "أبو الليث خشام"»: the last word of what somebody is called, in quotation marks. */
function isByname(tokens: readonly Token[], last: number): boolean {
  if (!/^["»”]$/.test(tokens[last + 1]?.norm ?? '')) return false;
  for (let at = last - 1; at > 0 && at >= last - BYNAME_REACH; at--)
    if (/^(?:ابو|ابي|ابا|ام)$/.test(tokens[at]?.norm ?? ''))
      return /^["«“]$/.test(tokens[at - 1]?.norm ?? '');
  return false;
}

/** A capital that does what a state does, and is not where anything is. */
export function isMetonym(tokens: readonly Token[], spot: Spot): boolean {
  if (spot.ownCue || /[بل]/.test(spot.prefix)) return false;
  const before = tokens[spot.first - 1];
  const after = tokens[spot.last + 1];
  const sameLine =
    (tokens[spot.first] as Token).gap === 'space' || (tokens[spot.first] as Token).gap === 'none';
  if (before && sameLine) {
    if (SPEAKS.has(before.norm.replace(/^[وف](?=.{4})/, '')) || SPEAKS.has(before.norm)) return true;
    if (PREPOSITIONS.has(before.norm) && before.norm !== 'بين') return false;
    if (AROUND.has(before.norm) || cueOf(before.norm) || before.norm === 'العاصمه') return false;
  }
  return after !== undefined && after.gap === 'space' && SPEAKS.has(after.norm);
}
