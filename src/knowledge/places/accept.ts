/** Decides whether a name that is also an everyday word is a place here. Strong names always are. */
import { isAt } from '../../arabic/phrases.ts';
import type { Token } from '../../arabic/token.ts';
import { isVerbLike } from '../../arabic/verbs.ts';
import { fitting } from '../../arabic/word-memory.ts';
import type { AnnotateSection } from '../types.ts';
import { AROUND, LOCATIVE, NEVER_A_NAME, PREPOSITIONS } from './cues.ts';
import type { Evidence } from './evidence.ts';
import type { Candidate } from './score.ts';
import type { Spot } from './spot.ts';

/** What has been taken for a place so far in the article. */
export interface Accepted {
  /** Ids of places. */
  readonly places: ReadonlySet<string>;
  readonly spots: ReadonlySet<number>;
}

/** From this many people on, a preposition and the right governorate are enough. */
const WELL_KNOWN = 3000;
/** From this many on it is a town that may be taken. */
const TOWN = 1500;

export function isAccepted(
  tokens: readonly Token[],
  spots: readonly Spot[],
  index: number,
  candidates: readonly Candidate[],
  section: AnnotateSection | null,
  evidence: Evidence,
  accepted: Accepted,
): boolean {
  const spot = spots[index] as Spot;
  if (spot.borrowed) return true;
  if (isUnit(tokens, spot)) return false;
  const best = candidates[0];
  if (best === undefined) return false;
  // «جامع فاطمة»: a woman's name, and not «ف» before a town's.
  if (spot.prefix === 'ف' && (tokens[spot.first] as Token).norm === 'فاطمه') return false;
  if (!best.weak) return true;
  const word = tokens[spot.first] as Token;
  const population = best.place.population ?? 0;
  // «انفجرت عبوة ناسفة في السلمية»
  if (population >= LARGE && best.place.level === 'adm4' && isOfBlast(tokens, spot)) return true;
  if (spot.first === spot.last && NEVER_A_NAME.has(word.norm)) return false;
  if (section !== null && section.governorate === best.place.governorate && isLabel(tokens, spot, section))
    return true;
  if (spot.cue !== null && (spot.cue.kind !== 'governorate' || best.place.level === 'adm1')) return true;
  if (spot.cue !== null) return false;
  if (best.guessed) return spot.prefix === '' && hasFirmNeighbour(spots, index, accepted);
  const before = tokens[spot.first - 1];
  if (before !== undefined && LOCATIVE.has(before.norm)) return true;
  if (before !== undefined && takesTown(before.word) && isTown(best)) return true;
  const mayBeVerb = spot.prefix.startsWith('و') && !isDefinite(tokens, spot) && !endsMember(tokens, spot);
  if (hasFirmNeighbour(spots, index, accepted) && !mayBeVerb) return true;
  // «في "الصالحية والجلاء"»
  const quoted = before !== undefined && /^["«“']$/.test(before.norm) ? tokens[spot.first - 2] : before;
  const preposition =
    /[بل]/.test(spot.prefix) ||
    (quoted !== undefined &&
      (PREPOSITIONS.has(quoted.norm) || isAndIn(quoted.word) || isFights(quoted.word)));
  if (!preposition || isQualified(tokens, spot)) return false;
  if (quoted !== before && evidence.regionOf(spot.list) === best.place.governorate) return true;
  if (isNamedRightAfter(spot, evidence)) return true;
  if (accepted.places.has(best.place.id)) return true;
  if (section?.governorate != null) return section.governorate === best.place.governorate;
  // «قصف على حيش»: right after what falls.
  const struck = before?.norm === 'علي' && isAt(tokens, spot.first - 2, isFire);
  if (struck && population >= TOWN && best.place.level === 'adm4' && !isTerrain(word.word)) return true;
  if (population >= WELL_KNOWN && isWhere(tokens, best, spot, section, evidence)) return true;
  // «في شارع الجلاء بالسلمية»
  const street = spots[index - 1];
  if (population >= LARGE && spot.prefix === 'ب' && street?.last === spot.first - 1) return true;
  return population >= LARGE && !isTerrain(word.word) && isPointedOut(tokens, spot, best, evidence);
}

/** «معارك التضامن بدمشق»: fights are named by where they are, a single battle also by what it is for. */
const isFights = fitting(/^[وفبل]?(?:معارك|اشتباكات)$/);

const isAndIn = fitting(/^[وف](?:في|علي|الي|نحو)$/);

const BULLET = /^(?:::?|[-–—•*.])$/;

/** «القدم : اقتحام الحي …»: what the line, or the item after a heading, tells of. */
function isLabel(tokens: readonly Token[], { first, last, prefix }: Spot, section: AnnotateSection): boolean {
  if (prefix !== '' || !tokens[last + 1]?.norm.startsWith(':')) return false;
  const { gap, start, norm } = tokens[first] as Token;
  // «عاجل : …» is also a village of Aleppo.
  if (norm === 'عاجل') return false;
  const before = tokens[first - 1];
  if (before === undefined || start === section.start) return true;
  return gap === 'line' || gap === 'paragraph' || BULLET.test(before.norm);
}

const takesTown = fitting(
  /^[وف]?(?:[يت]?ستعيد|استعاد(?:ت|وا)?|استرد(?:ت|وا)?|[يت]سترد|[يت]?دخل(?:ت|وا)?|[يت]?حرر(?:ت|وا)?|سقط(?:ت)?|خسر(?:ت|وا)?|اقتحم(?:ت|وا)?|[يت]قتحم)$/,
);

/** «الجيش يستعيد تدمر», «سقطت كسب»: a town that reads like another word, after a verb that takes towns. */
function isTown({ place }: Candidate): boolean {
  return /^adm[234]$/.test(place.level) && (place.population ?? 0) >= TOWN && !place.ar.startsWith('ال');
}

/** A unit's name with the clitics on it («وللفرقة», «باللواء»). */
const isUnitWord = fitting(/^[وف]?[بل]?(?:ال|ل)?(?:لواء|فرقه|فوج|كتيبه|سريه|فيلق|فرع)$/);
const MEMBERS =
  /^(?:و?ب?ل?(?:ال)?(?:عناصر|عنصر|عنصرا|عنصران|عنصرين|ضابط|ضباط|قايد|قاده|قيادي|جندي|جنود|مقاتل|مقاتلو|مقاتلي|مقاتلين|مقاتلون|مجموعه|مجموعات|قوات|مرتبات|دوريه|دوريات|قيادات))$/;
const BELONGS = /^(?:ال)?تابع(?:ه)?$/;

/** «عناصر من اللواء 52», «التابع للفرقة الخامسة»: the people of a base and not the base. */
function isUnit(tokens: readonly Token[], spot: Spot): boolean {
  if (!isUnitWord((tokens[spot.first] as Token).word)) return false;
  if (spot.names.some(({ place }) => place.level !== 'base' && place.level !== 'site')) return false;
  if (BELONGS.test(tokens[spot.last + 1]?.norm ?? '') || BELONGS.test(tokens[spot.last + 2]?.norm ?? ''))
    return true;
  for (let i = spot.first - 1, steps = 0; i >= 0 && steps < 3; i--, steps++) {
    const { norm } = tokens[i] as Token;
    if (MEMBERS.test(norm) || (BELONGS.test(norm) && spot.prefix === 'ل')) return true;
    if (norm !== 'من' && norm !== 'في' && norm !== '"' && norm !== '«') return false;
  }
  return false;
}

/** «الحراك الشعبي», «الطبقة الوسطى»: a definite adjective follows, as after a common noun. */
function isQualified(tokens: readonly Token[], spot: Spot): boolean {
  const after = tokens[spot.last + 1];
  if (after === undefined || after.gap !== 'space') return false;
  return /^ال.{2,}(?:ي|يه|ي[ون]ن|وسطي)$/.test(after.norm);
}

/** «القصف على بابا عمرو والإنشاءات تجدد»: no verb has the article. */
function isDefinite(tokens: readonly Token[], spot: Spot): boolean {
  return (tokens[spot.first] as Token).norm.startsWith('وال') && !isQualified(tokens, spot);
}

/** «سقبا، ودمر عربة»: a word that goes on with another is a verb, no member of the list. */
function endsMember(tokens: readonly Token[], spot: Spot): boolean {
  const after = tokens[spot.last + 1];
  if (after === undefined || after.kind === 'punctuation' || after.gap !== 'space') return true;
  return (
    /^(?:[وبل]|(?:شمال|جنوب|شرق|غرب)ا$)/.test(after.norm) ||
    PREPOSITIONS.has(after.norm) ||
    AROUND.has(after.norm)
  );
}

/** How far along its list a weak name looks for one that is surely a place's. */
const LIST_REACH = 5;

function hasFirmNeighbour(spots: readonly Spot[], index: number, accepted: Accepted): boolean {
  const { list } = spots[index] as Spot;
  for (const step of [-1, 1]) {
    for (let i = index + step; Math.abs(i - index) <= LIST_REACH && spots[i]?.list === list; i += step) {
      const other = spots[i] as Spot;
      if (other.borrowed) continue;
      if (accepted.spots.has(i)) return true;
      if (other.names.some((name) => !name.weak && name.place.level !== 'country')) return true;
    }
  }
  return false;
}

function isNamedRightAfter(spot: Spot, evidence: Evidence): boolean {
  return evidence.namedIn(spot.sentence).some((named) => {
    const gap = named.first - spot.last;
    return named.kind === 'region' && gap > 0 && gap <= 2;
  });
}

/** From this many people on, being where something is struck, taken or told is enough; so is a preposition. */
export const LARGE = 8_000;
/** Large towns whose names everybody uses for a hill, a lane, a cellar or a tree. */
const isTerrain = fitting(/^[وفبل]?(?:ال|ل)(?:تل|حاره|قبو|كنيسه|شجره|بحره|مسرب|مشرفه|تلول|كرامه|سلامه)$/);
/** What stands before «على» where a town is struck or taken. */
const isOnslaught = fitting(
  /^[وفبل]?(?:ال|ل)?(?:سيطر|[يت]سيطر|سيطره|سيطرت(?:ه|ها|هم)|استول(?:ي|ت|وا)|استيلاء?|قصف|غار(?:ه|ات)|ضربه|ضربات|قذيفه|قذايف|برميل|براميل|صاروخ|صواريخ)(?:ا|ت|وا)?$/,
);
const isFire = fitting(
  /^[وفبل]?(?:ال|ل)?(?:قصفا?|غار(?:ه|ات)|ضربه|ضربات|قذيفه|قذايف|برميلا?|براميل|صاروخا?|صواريخ)(?:ها|ه)?$/,
);
/** How many words before «على» it stands: «سيطر مقاتلو قوات سوريا الديمقراطية على». */
const ONSLAUGHT_REACH = 6;

const isBlast = fitting(
  /^و?(?:ال)?(?:انفجار(?:ان|ين|ات)?|انفجرت?|تفجير(?:ان|ين|ات)?|سقطت|اشتباكات|قصف|غارات|غاره|اغتيال|مقتل|عبو[هت]|لغم|مفخخه|ناسف[هت](?:ان|ين)?|قذيفه|قذايف|صاروخ|صواريخ)$/,
);

/** How far before «في» or «ب» the word for what struck may stand. */
const BLAST_REACH = 4;

/** «عبوة ناسفة في السلمية»: right after what went off, with no noun that the name could be an adjective of. */
function isOfBlast(tokens: readonly Token[], { first, prefix }: Spot): boolean {
  const before = tokens[first - 1];
  const opener = prefix === 'ب' ? first : before?.norm === 'في' ? first - 1 : null;
  if (opener === null) return false;
  for (let at = opener - 1; at >= Math.max(0, opener - BLAST_REACH); at--) {
    const { kind, word } = tokens[at] as Token;
    if (kind === 'punctuation') return false;
    if (isBlast(word)) return true;
  }
  return false;
}

/** «سيطر التنظيم على الميادين», «وفي الميادين، …», or «في الميادين» where the text has spoken of her governorate. */
function isPointedOut(
  tokens: readonly Token[],
  { first, last, sentence }: Spot,
  { place }: Candidate,
  evidence: Evidence,
): boolean {
  const preposition = tokens[first - 1];
  if (preposition === undefined) return false;
  if (preposition.norm === 'علي') {
    for (let at = first - 2; at >= Math.max(0, first - 1 - ONSLAUGHT_REACH); at--) {
      const { kind, word } = tokens[at] as Token;
      if (kind === 'punctuation') break;
      if (isOnslaught(word)) return true;
    }
  }
  const opens = isIn(preposition.word) && (first === 1 || endsBefore(tokens, first - 1));
  const next = tokens[last + 1];
  if (opens && next !== undefined && (/^[،,]$/.test(next.norm) || isVerbLike(next.norm))) return true;
  return place.governorate !== null && evidence.hasSpokenOf(place.governorate, sentence);
}

const isIn = fitting(/^[وف]?في$/);

/** The token opens its sentence. */
function endsBefore(tokens: readonly Token[], at: number): boolean {
  const { gap } = tokens[at] as Token;
  return gap === 'paragraph' || gap === 'line' || /^[.؟!…]+$/.test(tokens[at - 1]?.norm ?? '');
}

const isCount = fitting(
  /^و?(?:اثن(?:ان|ين)|(?:ثلاث|اربع|خمس|ست|سبع|ثماني?|تسع|عشر)(?:ه|ين|ون)?|واحد|اخر(?:ون|ين)?)$/,
);

/** «وثلاثة في (أ)» */
function isCountedThere(tokens: readonly Token[], { first }: Spot): boolean {
  const count = tokens[first - 2];
  return (
    tokens[first - 1]?.norm === 'في' &&
    count !== undefined &&
    (count.kind === 'number' || isCount(count.word))
  );
}

function isWhere(
  tokens: readonly Token[],
  best: Candidate,
  spot: Spot,
  section: AnnotateSection | null,
  evidence: Evidence,
): boolean {
  const { governorate } = best.place;
  if (governorate === null) return false;
  return (
    evidence.namedIn(spot.sentence).some((named) => named.governorate === governorate) ||
    // «خمسة في نوى وثلاثة في جاسم»: where people are counted, beside another town of the governorate.
    (isCountedThere(tokens, spot) &&
      evidence.anchorsIn(spot.sentence).some((anchor) => anchor.governorate === governorate)) ||
    evidence.before(spot.sentence, section)?.governorate === governorate
  );
}
