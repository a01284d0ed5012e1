/** Reads nouns that tell by themselves: «خمسة قتلى», «شهيد وثلاثة جرحى», «شهداء جراء القصف». */

import { fitting } from '../../arabic/word-memory.ts';
import { shared } from './casualty-counts.ts';
import { SMALL } from './casualty-lexicon.ts';
import { peopleAt } from './casualty-people.ts';
import { isDeadOrHurt } from './casualty-people-rest.ts';
import { blank, type People } from './casualty-people-shape.ts';
import type { CasualtyKind } from './casualty-schema.ts';
import type { CasualtyText } from './casualty-text.ts';
import { type Item, listFrom, type Told } from './casualty-told.ts';

/** How far before a bare plural the word that makes it news may stand. */
const GOVERNOR_REACH = 4;
/** How far before «قتلى» the people begin that are called so. */
const CALLED_REACH = 6;

export function readStandalone(text: CasualtyText, at: number, first: number, last: number): Told | null {
  if (text.norm(at - 1) === 'بين' && isDeadOrHurt(text, at)) return divided(text, at);
  const people = peopleAt(text, at, last);
  if (people?.what === 'people' && isClaimed(text, people, last)) {
    const items: Item[] = [{ kind: 'killed', people, count: people.count }];
    return { first: at, last: people.last, items, running: false, predicate: false };
  }
  if (people === null || people.what === 'things' || (people.kind === null && !people.mixed)) return null;
  if (!isNews(text, people, at, first, last)) return null;
  const before = people.form === 'plural' ? peopleCalled(text, at, first) : null;
  if (before !== null) {
    const item = { kind: people.kind as CasualtyKind, people: before, count: before.count };
    return { first: before.first, last: people.last, items: [item], running: false, predicate: false };
  }
  const list = listFrom(text, people, last);
  const items = list.flatMap((one) => itemsOf(text, one, people));
  return { first: at, last: (list.at(-1) as People).last, items, running: false, predicate: false };
}

/** «وبين القتلى الخمسة طفلان»: how many they were, where nothing told it before; `at` is the token of «القتلى». */
export function readWhole(text: CasualtyText, at: number, last: number): Told | null {
  const people = peopleAt(text, at, last);
  if (people?.what !== 'people' || people.form !== 'counted' || !people.definite) return null;
  const items = itemsOf(text, people, people);
  return { first: at, last: people.last, items, running: false, predicate: false };
}

const isClaiming = fitting(/^[وف]?(?:[ات]?وقعت?|موقع[ها]|حصدت?|حاصد[هها])$/);
const isAfterThem = fitting(
  /^(?:في|علي|بحسب|حسب|وفق|وفقا|من|بينهم|بينهن|كلهم|معظمهم|جلهم|جميعهم|غالبيتهم|قبل|خلال|داخل)$/,
);

/** «غارات على الحي أوقعت تسعة», «موقعة نحو خمسة عشر»: a bare number, and no noun of things after it. */
function isClaimed(text: CasualtyText, people: People, last: number): boolean {
  const { first, last: end, count, form } = people;
  if (!text.fits(first - 1, isClaiming) || (count.best ?? 0) < 2 || people.kind !== null) return false;
  // «أوقعت عشرين من المدنيين», and not «أوقع ثلاثة انتحاريين خمسة قتلى», «أوقعت عشرين في كمين».
  if (form === 'counted' && text.fits(first - 1, isOneMan)) return false;
  if (form !== 'bare' && form !== 'counted') return false;
  if (text.fits(end + 2, isTrap) || text.fits(end + 1, isTrap)) return false;
  return end >= last || !text.isWord(end + 1) || text.fits(end + 1, isAfterThem);
}

const isOneMan = fitting(/^[وف]?[اي]وقع$/);
const isTrap = fitting(/^[وب]?(?:ال)?(?:كمين|اسر|اسري|قبضه|شرك|شباك|فخ|حصار|مصيده|اسيرا?|بين)$/);

/** «وأوقعت جميع أفراده بين قتيل ومصاب»: dead and hurt of a number that is not told. */
function divided(text: CasualtyText, at: number): Told {
  const end = text.norm(at + 1) === 'و' ? at + 2 : at + 1;
  const people = blank(at, end, shared(text.surface(at, end)), { mixed: true });
  return { first: at, last: end, items: itemsOf(text, people, people), running: false, predicate: false };
}

function itemsOf(text: CasualtyText, one: People, head: People): Item[] {
  if (one.mixed) {
    const count = shared(text.surface(one.first, one.last));
    return (['killed', 'injured'] as const).map((kind) => ({ kind, people: one, count }));
  }
  const kind = one.kind ?? head.kind;
  return kind === null ? [] : [{ kind, people: one, count: one.count }];
}

const isDefinite = fitting(/^[وف]?ال.{3,}$/);

/** «استقبال 35 جريحا إثر الغارة»: a hospital counts those hurt. */
const isReceiving = fitting(/^[وب]?استقبال$/);

/** «انتشال خمس جثث من تحت الأنقاض»: the dead of the strike. */
const isRecovery = fitting(/^[وبل]?(?:انتشال|سحب|باخراج|اخراج)$/);

function isNews(text: CasualtyText, people: People, at: number, first: number, last: number): boolean {
  // «نقل الإسعاف خمسة قتلى»: with the article it heads no phrase that the dead belong to.
  const received = people.form === 'counted' && text.fits(at - 1, isReceiving);
  if (text.is(at - 1, SMALL.notNews) && !text.fits(at - 1, isDefinite) && !received)
    return people.corpse && !people.definite && text.fits(at - 1, isRecovery);
  if (people.form !== 'counted' && text.is(at - 1, SMALL.tally)) return false;
  if (isAim(text, at)) return false;
  if (people.form === 'counted') return !people.definite;
  if (people.definite) return false;
  if (people.form === 'one') return !text.isCounted(at) && (people.corpse || !isNamed(text, people, last));
  if (people.form !== 'plural') return false;
  if (isNamed(text, people, last) && !people.corpse) return isGoverned(text, at, first);
  return isGoverned(text, at, first) || at === first || startsList(text, people, last);
}

/** «بهدف إيقاع أكبر عدد من الضحايا»: what they only meant to do. */
function isAim(text: CasualtyText, at: number): boolean {
  return (
    [1, 2, 3].some(
      (back) => /^(?:اكبر|اكثر|اقصي)$/.test(text.norm(at - back)) && /^عدد/.test(text.norm(at - back + 1)),
    ) || [1, 2].some((back) => /^(?:بهدف|بغيه|بقصد|بغرض)$/.test(text.norm(at - 1 - back)))
  );
}

/** «شهيد الثورة», «قتلى النظام»: a construct, no news by itself. */
function isNamed(text: CasualtyText, people: People, last: number): boolean {
  const next = people.last + 1;
  // «قتيل من عناصر الفرقة»
  if (text.norm(people.first + 1) === 'من') return false;
  return next <= last && text.isWord(next) && text.norm(next).startsWith('ال') && text.norm(next) !== 'الي';
}

function isGoverned(text: CasualtyText, at: number, first: number): boolean {
  for (let i = at - 1; i >= Math.max(first, at - GOVERNOR_REACH); i--)
    if (text.is(i, SMALL.governors)) return true;
  return false;
}

/** «شهداء وجرحى». */
function startsList(text: CasualtyText, people: People, last: number): boolean {
  return listFrom(text, people, last).some(({ kind }) => kind !== null && kind !== people.kind);
}

/** «أوقعت عشرين إرهابيا قتلى»: the people that the noun says this of. */
function peopleCalled(text: CasualtyText, at: number, first: number): People | null {
  for (let i = Math.max(first, at - CALLED_REACH); i < at; i++) {
    const found = peopleAt(text, i, at - 1);
    if (found?.what === 'people' && found.form === 'counted' && found.kind === null && found.last === at - 1)
      return found;
  }
  return null;
}
