/** Reads whose people they are: «من قوات …», «لتنظيم …», «في صفوف …», «تابعين ل…». */
import { fitting } from '../../arabic/word-memory.ts';
import type { ActorFound } from '../../knowledge/types.ts';
import { ENDS, QUOTES } from './casualty-people-rest.ts';
import { type People, retold } from './casualty-people-shape.ts';
import { type CasualtyText, groupOfActor } from './casualty-text.ts';

interface Owner {
  readonly at: number;
  /** Whom a pronoun there stands for: «من مقاتليها». */
  readonly meant?: ActorFound;
}

/** Men with the pronoun of those whose men they are. */
export const isOwnMen = fitting(
  /^(?:ب|ل)?(?:مقاتلي|عناصر|جنود|جنديي|افراد|منتسبي|رجال|ضباط|قوات|عسكريي|اعضا[يء]?|كوادر|قياديي|قادت|قاده|شرطيي)(?:ه|ها|هم|نا)$/,
);

/** How far before its men whoever mourns them may be named. */
const MEANT_REACH = 16;

/** «أعلنت قسد مقتل خمسة من مقاتليها»: the party last named in the sentence before the pronoun. */
export function meantBefore(text: CasualtyText, at: number): ActorFound | null {
  for (let i = at - 1; i >= 0 && i >= at - MEANT_REACH; i--) {
    const actor = text.actor(i);
    if (actor !== null && actor.side !== 'civilians' && actor.side !== 'unknown') return actor;
    if (text.norm(i) === '.' || (text.tokens[i + 1]?.gap ?? 'space') === 'paragraph') return null;
  }
  return null;
}

const FROM = new Set([
  'من',
  'ل',
  'صفوف',
  'بصفوف',
  'عناصر',
  'تابع',
  'تابعا',
  'تابعين',
  'تابعه',
  'التابعين',
  'التابعه',
  'التابع',
  'ينتمون',
  'ينتمي',
]);

/** «من قوات …», «لتنظيم …», «في صفوف …», «تابعين ل…»: where the name or noun of whose people they are stands. */
export function ownerAt(text: CasualtyText, at: number, last: number): Owner | null {
  const norm = text.norm(at);
  const actor = text.actor(at);
  if (actor !== null && actor.side !== 'civilians') return { at };
  if (norm === 'في' && /^(?:صفوف|صفوفهم)$/.test(text.norm(at + 1)) && at + 2 <= last) return { at: at + 2 };
  const name = QUOTES.has(text.norm(at + 1)) ? at + 2 : at + 1;
  const member = norm === 'في' && name <= last ? text.actor(name) : null;
  if (member !== null && member.side !== 'civilians' && member.via === null) return { at: name };
  if (norm === 'بين' && text.norm(at + 1) === 'صفوف' && at + 2 <= last) return { at: at + 2 };
  if (!FROM.has(norm) || at + 1 > last) return null;
  if (norm === 'من' && text.norm(at + 1) === 'قبل') return null;
  for (let i = at + 1; i <= Math.min(last, at + 4); i++) {
    const word = text.word(i);
    if (i === at + 1 && text.fits(i, isOwnMen)) {
      const meant = meantBefore(text, at);
      if (meant !== null) return { at: i, meant };
    }
    // «عنصرين من الشرطة ومدنيين اثنين»: the next of those counted.
    if (i > at + 1 && text.isJoined(i) && (text.number(i) !== null || word?.person))
      return { at: text.norm(i - 1) === 'و' ? i - 2 : i - 1 };
    if (text.actor(i) !== null) return { at: i };
    if (word?.person && !word.person.fighter) return { at: i };
    if (QUOTES.has(text.norm(i)) && i === at + 1) continue;
    if (!text.isWord(i) || ENDS.has(text.norm(i))) return null;
  }
  return null;
}

export function owned(text: CasualtyText, people: People, { at, meant }: Owner): People {
  const actor = meant ?? text.actor(at);
  if (actor === null) {
    const person = text.word(at)?.person ?? null;
    return retold(people, { group: people.group ?? person?.group ?? null, last: at });
  }
  const told = groupOfActor(actor);
  if (told === 'civilians' || actor.side === 'civilians') {
    const person = text.word(at)?.person?.group ?? told;
    return retold(people, { group: people.group ?? person, last: Math.max(at, actor.last) });
  }
  const keep = people.group !== null && people.group !== 'government' && people.group !== 'isis';
  const group = keep ? people.group : (told ?? people.group);
  // «من عناصر "الأسايش"»: with the quotes.
  const quoted =
    actor.first > people.last &&
    QUOTES.has(text.norm(actor.first - 1)) &&
    QUOTES.has(text.norm(actor.last + 1));
  if (meant !== undefined) return retold(people, { group, actors: [actor.id], last: at });
  return retold(people, { group, actors: [actor.id], last: actor.last + (quoted ? 1 : 0) });
}
