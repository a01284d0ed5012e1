/** Reads the people who stand before their verb: «أربعة مدنيين قتلوا», «وطفل استشهد», «الشاب "فلان" قُتل». */
import { isVerbLike } from '../../arabic/verbs.ts';
import { fitting } from '../../arabic/word-memory.ts';
import { exactly } from './casualty-counts.ts';
import { NAME_MARKS } from './casualty-name-marks.ts';
import { peopleAt } from './casualty-people.ts';
import { OTHERS } from './casualty-people-rest.ts';
import { blank, type People, retold } from './casualty-people-shape.ts';
import type { CasualtyText } from './casualty-text.ts';
import { listFrom } from './casualty-told.ts';

/** People before their verb: «أربعة مدنيين قتلوا». */
const BACK_REACH = 12;

/** … and where descriptions between commas part them. */
const APART_REACH = 24;

/** A lone person or a short list of them right before its verb. */
const LONE_BACK = 7;

/** Endings of a verb whose people, many or two, may stand before it. */
export const PLURAL_VERB = /(?:وا|ون|ا|ان|ن)$/;

/** The people whose phrase ends right before the verb, with those listed before them: «أربع نساء وثلاثة أطفال قتلوا». */
export function peopleBefore(text: CasualtyText, at: number, first: number): readonly People[] {
  const apart = isAside(text, at - 1);
  for (let i = Math.max(first, at - APART_REACH); i < at; i++) {
    const found = peopleAt(text, i, at - 1);
    if (found?.what !== 'people' || found.definite) continue;
    if (found.form === 'bare' && isRest(text, found, at)) return [found];
    if (found.form !== 'counted') continue;
    // «القتلى التسعة، وفيهم طفلان، قضوا»: a part of those who fell.
    if (apart && text.isSplit(i - 1) && found.last === at - 2) continue;
    if (isTakenAlready(text, found.last + 1, at)) continue;
    if (doSomething(text, found.last + 1, at)) return [found];
    if (apart && isApposed(text, describedTill(text, found.last + 1, at), at)) return [found];
    if (i < at - BACK_REACH) continue;
    const list = listFrom(text, found, at - 1);
    const nearest = list.at(-1) as People;
    if (ownersEnd(text, nearest.last) >= at - 3) return text.isSplit(i - 1) ? [nearest] : list;
    if (splitEnd(text, familyEnd(text, nearest.last + 1), at) >= at - 3) return list;
    if (isOrigin(text, nearest.last + 1, at) || isOnRecord(text, nearest.last + 1, at)) return list;
  }
  return [];
}

/** A comma or a dash, between two of which stands what describes the people. */
function isAside(text: CasualtyText, at: number): boolean {
  return /^[،–-]$/.test(text.norm(at));
}

/** «خمسة قتلوا | وسبعة جرحوا», «إن خمسة قتلوا»: a number right before its verb, beside one before another or after «أن». */
function isRest(text: CasualtyText, { first, last }: People, verb: number): boolean {
  if (last !== verb - 1 || text.number(first)?.kind !== 'count') return false;
  return text.isJoined(first) || /^[وب]?ان$/.test(text.norm(first - 1));
}

const isDoing = fitting(/^(?:كانوا|كانا|كن|كانتا|خرجوا|[يت].{2,}ون)$/);

/** «تسعة مزارعين كانوا يبيعون محصولهم في السوق | قُتلوا»: what they were doing stands between. */
function doSomething(text: CasualtyText, from: number, verb: number): boolean {
  if (!text.fits(from, isDoing) || text.word(from)?.predicates.length) return false;
  for (let i = from + 1; i < verb; i++) {
    const word = text.word(i);
    if (word?.victim || word?.predicates.length || text.stopsPeople(i)) return false;
    if (!text.isWord(i) && text.number(i) === null) return false;
  }
  return true;
}

/** «خمسة أشخاص قتلوا وسبعة | جرحوا»: another verb stands between, which has told of them. */
function isTakenAlready(text: CasualtyText, from: number, verb: number): boolean {
  for (let i = from; i < verb; i++)
    if (text.word(i)?.predicates.some(({ form }) => form === 'verb') && PLURAL_VERB.test(text.norm(i)))
      return true;
  return false;
}

/** «عشرة مواطنين تم توثيق أسماء ستة منهم سقطوا»: that they are on record. */
function isOnRecord(text: CasualtyText, at: number, verb: number): boolean {
  return /^(?:تم|جري|امكن)$/.test(text.norm(at)) && text.norm(at + 1) === 'توثيق' && verb - at < BACK_REACH;
}

/** «53 شخصا كانوا يجمعون الكمأ، بينهم سبعة جنود، قتلوا»: where what they were doing ends. */
function describedTill(text: CasualtyText, at: number, verb: number): number {
  if (!text.fits(at, isDoing)) return at;
  let end = at + 1;
  while (end < verb && text.norm(end) !== '،') {
    if (text.word(end)?.predicates.length) return at;
    end++;
  }
  return end;
}

/** «6 ضباط، جميعهم برتبة ملازم، يتبعون الفرقة، قُتلوا»: between commas only what describes the people before. */
function isApposed(text: CasualtyText, at: number, verb: number): boolean {
  if (!isAside(text, at) || verb - at < 3) return false;
  for (let i = at; i < verb; i++) {
    if (text.word(i)?.predicates.length || text.word(i)?.victim) return false;
    if (/^(?:ان|بان|كما|فيما|حيث|بينما|الذي|التي|الذين|قال|قالت|اضاف)$/.test(text.norm(i))) return false;
    if (text.isJoined(i) && isVerbLike(text.norm(i).slice(1))) return false;
  }
  return true;
}

/** Where the name of those whose people they are ends: «5 من عناصر قسد», «عنصران من قوات …». */
function ownersEnd(text: CasualtyText, end: number): number {
  const next = OWNED.test(text.norm(end + 1)) ? end + 2 : end + 1;
  return text.actor(next)?.last ?? end;
}

const OWNED = /^(?:من|ل|في|تابع(?:ه|ين|ون)?|ينتمون|موال(?:ين|ون)?)$/;

const isFamily = fitting(/^(?:عايله|اسره|عشيره|ابناء|سكان|اهالي)$/);
/** How many words tell whose family people are of. */
const FAMILY_REACH = 4;

/** «سبعة أشخاص من عائلة واحدة، بينهم …»: the comma after whose family they are of, or the token itself, which follows «عائلة». */
function familyEnd(text: CasualtyText, at: number): number {
  if (!text.fits(at - 1, isFamily)) return at;
  for (let i = at; i <= at + FAMILY_REACH; i++) {
    if (text.norm(i) === '،') return i;
    if (text.isJoined(i) || text.word(i)?.predicates.length) return at;
  }
  return at;
}

/** Where the parts end that stand between people and their verb: «خمسة بينهم طفلان قتلوا». */
function splitEnd(text: CasualtyText, at: number, verb: number): number {
  let start = text.norm(at) === '،' ? at + 1 : at;
  // «34 من عناصر الجماعات الإسلامية ومنها جبهة النصرة قتلوا»
  for (let words = 0; words < 2 && text.norm(start).startsWith('ال'); words++) start++;
  if (OF_THEM.test(text.norm(start)) && text.actor(start + 1) !== null)
    return actorsEnd(text, start + 1, verb);
  const split = text.lexicon.splits.at(text.tokens, start);
  if (split === null || split.last + 1 >= verb) return -1;
  const parts = peopleAt(text, split.last + 1, verb - 1);
  return parts?.what === 'people' ? (listFrom(text, parts, verb - 1).at(-1) as People).last : -1;
}

const OF_THEM = /^و?(?:من|بين)(?:ها|هم)$/;

/** Where a run of names of parties ends. */
function actorsEnd(text: CasualtyText, at: number, verb: number): number {
  let end = at;
  while (end < verb && (text.actor(end) !== null || text.norm(end) === '،' || text.norm(end) === 'و')) end++;
  return end - 1;
}

/** «وطفل استشهد إثر …», «وطفل وسيدة استشهدا», «وطفل من بلدة … استشهد»: lone persons before their verb. */
export function loneBefore(text: CasualtyText, at: number, first: number): readonly People[] {
  for (let i = Math.max(first, at - LONE_BACK); i < at; i++) {
    const found = peopleAt(text, i, at - 1);
    if (found?.what !== 'people' || text.isCounted(i) || text.isPlace(i)) continue;
    if (found.others && OTHERS.has(text.norm(i))) continue;
    // «مجموعة إرهابية مسلحة قتلت»: what kind of group it is.
    if (isTeller(text, i) || isKindOfGroup(text, i)) continue;
    // «ثلاثة أشخاص بينهم سيدة أصيبوا»: one of them; «تسعة بينهم طفلان وسيدة قتلوا»: two of them, and all were killed.
    if (text.isSplit(i - 1) && /(?:وا|ون)$/.test(text.norm(at))) return [];
    const two = found.definite ? withTheirOwn(text, found, at) : null;
    if (two !== null) return two;
    // «المدعو» is kept with its article.
    if (found.definite || /^[وف]?ال/.test(text.norm(i))) {
      const single = !/(?:وا|ون)$/.test(text.norm(at));
      const fighter = text.word(i)?.person?.fighter ?? false;
      if (found.form === 'one' && single && !fighter && isNamedTill(text, found.last + 1, at)) return [found];
      // «أن القيادي في التنظيم فلان قتل في غارة»: what follows says that he suffered it.
      if (found.form === 'one' && single && fighter && isSuffering(text, found.last + 1, at)) return [found];
      continue;
    }
    if (found.form === 'plural' && found.last === at - 1 && isPair(text, i, at))
      return [retold(found, { count: exactly(2) })];
    // «ستة عشر جنديا منشقا أعدموا»: what those counted are.
    if (found.form !== 'one' || (text.word(i - 1)?.person && text.isCounted(i - 1))) continue;
    const list = listFrom(text, found, at - 1);
    const end = (list.at(-1) as People).last;
    const near =
      end === at - 1 || ageEnd(text, end) === at - 1 || (text.isJoined(i) && isOrigin(text, end + 1, at));
    if (!near && !isOfSomething(text, end + 1, at) && !isReported(text, i, end + 1, at)) continue;
    const counted = list.reduce((sum, { count }) => sum + (count.best ?? 0), 0);
    return counted === 1 || PLURAL_VERB.test(text.norm(at)) ? list : [];
  }
  return [];
}

const isGroup = fitting(/^(?:مجموعه|مجموعات|خليه|خلايا|عصابه|عصابات|جماعه|جماعات|دوريه|قوه|عناصر)$/);

function isKindOfGroup(text: CasualtyText, at: number): boolean {
  return text.fits(at - 1, isGroup) || text.fits(at - 2, isGroup);
}

const isOrdinalOfAge = fitting(
  /^ال(?:اولي|ثانيه|ثالثه|رابعه|خامسه|سادسه|سابعه|ثامنه|تاسعه|عاشره|حاديه|عشرين|ثلاثين|اربعين|خمسين|ستين|سبعين|ثمانين)$/,
);
const isOfAge = fitting(/^(?:عشره?|من|العمر|عمره|عمرها)$/);

/** «طفل في التاسعة من عمره | فارق الحياة»: the last token of an age told after `end`, or `end`. */
function ageEnd(text: CasualtyText, end: number): number {
  if (text.norm(end + 1) !== 'في' || !text.fits(end + 2, isOrdinalOfAge)) return end;
  let at = end + 2;
  while (text.fits(at + 1, isOfAge)) at++;
  return at;
}

const isAccordingTo = fitting(/^[وف]?(?:ب?حسب|وفقا?)$/);
/** How many words may name who tells it. */
const TELLER_REACH = 3;

/** «وبحسب المكتب الإعلامي قُتل خمسة», «بحسب الدفاع المدني قُتل …»: who tells it. */
function isTeller(text: CasualtyText, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - TELLER_REACH); i--) {
    if (!text.isWord(i)) return false;
    if (text.fits(i, isAccordingTo)) return true;
  }
  return false;
}

/** «السائق ومعاونه ماتا»: a person told with the article, another who is theirs, and a verb of two. */
function withTheirOwn(text: CasualtyText, person: People, verb: number): readonly People[] | null {
  const next = person.last + 1;
  if (person.form !== 'one' || next >= verb || !text.isJoined(next)) return null;
  if (!/[^و]ا$/.test(text.norm(verb)) || !/(?:ه|ها)$/.test(text.norm(verb - 1))) return null;
  const other = peopleAt(text, next, verb - 1);
  return other?.what === 'people' && other.form === 'one' && other.last === verb - 1 ? [person, other] : null;
}

const isWhen = fitting(/^(?:حين|عندما|لما|بعدما|حينما|اذ|ان|لحظه|ساعه|بعد)$/);

/** «الشاب "محمد هيثم" قُتل»: nothing but the name between a person and the verb. */
function isNamedTill(text: CasualtyText, at: number, verb: number): boolean {
  for (let i = at; i < verb; i++) {
    const plain =
      text.isWord(i) && !text.fits(i, isWhen) && (text.word(i) === null || text.word(i)?.name === true);
    if (!plain && !NAME_MARKS.has(text.norm(i))) return false;
  }
  return true;
}

/** Verbs that only say what befell their subject. */
const SUFFERED = /^(?:[يت]صاب|اصيبت?|استشهدت?|[يت]ستشهد|[يت]جرح|قضت?ي?|توفيت?)$/;

/** «مصور القناة يصاب»: whose the person is stands between, and nobody after the verb whom it may tell of. */
function isOfSomething(text: CasualtyText, from: number, verb: number): boolean {
  if (verb - from > 2 || verb === from || !SUFFERED.test(text.norm(verb))) return false;
  for (let i = from; i < verb; i++) {
    const word = text.word(i);
    if (!text.isWord(i) || OWNED.test(text.norm(i)) || (word !== null && !word.name)) return false;
  }
  if (!text.norm(verb - 1).startsWith('ال')) return false;
  return [verb + 1, verb + 2].every((i) => text.number(i) === null && !text.word(i)?.person);
}

const opensReport = fitting(/^(?:[وب]?ان|[وف]?كان)$/);

/** «أن عنصرا من قوات النظام قُتل», «وكان نقيب في الشرطة قد قُتل وجُرح سائقه»: whose he was, or of what rank; he killed nobody. */
function isReported(text: CasualtyText, person: number, from: number, verb: number): boolean {
  if (!text.fits(person - 1, opensReport)) return false;
  if (text.norm(from) !== 'برتبه' && !isOrigin(text, from, verb)) return false;
  if (text.isJoined(verb + 1) && text.word(verb + 1)?.predicates.length) return true;
  return [verb + 1, verb + 2].every((i) => text.number(i) === null && !text.word(i)?.person);
}

const isSufferedIn = fitting(
  /^(?:برصاص|بنيران|بغاره|بغارات|بقصف|بانفجار|بعبوه|بلغم|بطائره|بمسيره|جراء|اثر|متاثرا)$/,
);
const isMeansOf = fitting(/^(?:غاره|غارات|قصف|هجوم|كمين|انفجار|تفجير|اشتباك|اشتباكات|استهداف|ضربه|معارك)$/);

/** Only names, and whose man he was, between a fighter and a verb that takes nobody else. */
function isSuffering(text: CasualtyText, at: number, verb: number): boolean {
  const next =
    text.norm(verb + 1) === 'في' ? text.fits(verb + 2, isMeansOf) : text.fits(verb + 1, isSufferedIn);
  if (!next) return false;
  for (let i = at; i < verb; i++) {
    const plain = text.isWord(i) || NAME_MARKS.has(text.norm(i));
    if (!plain || text.fits(i, isWhen) || text.word(i)?.predicates.length || text.word(i)?.person?.many)
      return false;
  }
  return true;
}

const isThat = fitting(/^و?(?:ان|بان)$/);
const isByname = fitting(/^(?:ال)?(?:ملقب|معروف|مكني|مدعو|شهير)ه?$|^ب(?:اسم|لقب|ـ)?$/);
/** How far before its verb a name may begin, and of how many words it is at least. */
const NAME_REACH = 16;
const NAME_WORDS = 2;
/** What may follow a verb whose subject was named before it. */
const isSufferedBy = fitting(
  /^(?:برصاص|بنيران|باطلاق|بطلق|بطلقات|بطعنات|بعبوه|بلغم|بانفجار|بقصف|بغاره|بكمين|جراء|اثر|نتيجه|متاثرا|متاثره|في|اليوم|امس|مساء|صباح|فجر|ظهر|ليله|يوم|بعد|عقب|خلال|قرب|بالقرب|داخل|تحت|اثناء|وهو|وهي|عندما|حين|علي)$/,
);

/** «أن "فلان الفلاني" الملقب بـ "فلان" قُتل برصاص …»: only a name between «أن» and a verb that takes nobody else. */
export function namedBefore(text: CasualtyText, at: number): People | null {
  if (/(?:وا|ون|ان)$/.test(text.norm(at)) || text.isJoined(at)) return null;
  const next = text.tokens[at + 1];
  const alone = next === undefined || next.kind === 'punctuation' || text.isJoined(at + 1);
  if (!alone && !text.fits(at + 1, isSufferedBy)) return null;
  let words = 0;
  for (let i = at - 1; i >= Math.max(0, at - NAME_REACH); i--) {
    if (text.fits(i, isThat))
      return words >= NAME_WORDS ? blank(i + 1, at - 1, exactly(1), { form: 'name' }) : null;
    if (NAME_MARKS.has(text.norm(i)) || text.fits(i, isByname)) continue;
    const word = text.word(i);
    const plain = word === null || word.name || (word.person?.many === false && word.predicates.length === 0);
    if (!text.isWord(i) || !plain || text.actor(i) !== null || text.isDate(i) || text.number(i) !== null)
      return null;
    words++;
  }
  return null;
}

/** «مدنيَين قُتلا»: what may be a plural is a dual where its verb is. */
function isPair(text: CasualtyText, noun: number, verb: number): boolean {
  return /ين$/.test(text.norm(noun)) && /[^و]ا$/.test(text.norm(verb));
}

/** «من بلدة …», «في فصيل …», «من فرق الهندسة» between people and their verb. */
function isOrigin(text: CasualtyText, at: number, verb: number): boolean {
  if (text.norm(at) !== 'من' && text.norm(at) !== 'في') return false;
  for (let i = at; i < verb; i++) {
    if (!text.isWord(i) && !NAME_MARKS.has(text.norm(i))) return false;
    if (isVerbLike(text.norm(i)) && text.word(i)?.predicates.length) return false;
  }
  return true;
}
