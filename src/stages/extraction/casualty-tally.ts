/** Reads tallies: «ارتفعت حصيلة القتلى … إلى 42», «بلغ عدد الشهداء 15», «ليصل عدد الجرحى إلى مئة». */
import { fitting } from '../../arabic/word-memory.ts';
import { type CasualtyWord, SMALL } from './casualty-lexicon.ts';
import { peopleAt } from './casualty-people.ts';
import type { People } from './casualty-people-shape.ts';
import type { CasualtyKind } from './casualty-schema.ts';
import type { CasualtyText } from './casualty-text.ts';
import { listFrom, type Told } from './casualty-told.ts';

/** Words between the tally and what it counts: «حصيلة عدد ضحايا». */
const NOUN_REACH = 3;
/** How far before the tally its verb may stand. */
const VERB_BACK = 4;
/** How far after it the verb of «الذين قضوا» may stand. */
const RELATIVE_REACH = 10;
/** How far after a figure the tally may stand: who they are comes between. */
const TALLY_REACH = 14;
/** How far after it the figure may stand: the events it counts are told between. */
const FIGURE_REACH = 45;
/** After a verb of reaching the figure comes at once, but for a word of time. */
const AFTER_REACHING = 6;

export function readTallies(text: CasualtyText, at: number, first: number, last: number): Told | null {
  if (text.is(at, SMALL.rising)) return figureFirst(text, at, last);
  if (!text.is(at, SMALL.tally)) return null;
  const counted = countedNoun(text, at, last);
  if (counted === null && !/حصيل|[هن][ما]?$/.test(text.norm(at))) return null;
  const kind: CasualtyKind = counted?.victim?.kind ?? 'killed';
  const verb = verbBefore(text, at, first);
  const figure = findFigure(text, at + 1, last, verb);
  if (figure === null) return null;
  const list = listFrom(text, figure.people, last);
  const items = list.map((people) => ({ kind: people.kind ?? kind, people, count: people.count }));
  return {
    first: at,
    last: (list.at(-1) as People).last,
    items,
    running: figure.running,
    predicate: true,
  };
}

/** «ارتفع إلى 46 عدد الذين قضوا»: the figure stands between the verb and the tally. */
function figureFirst(text: CasualtyText, at: number, last: number): Told | null {
  if (text.norm(at + 1) !== 'الي' || at + 2 > last) return null;
  const people = figureAt(text, at + 2, last);
  if (people === null) return null;
  for (let i = people.last + 1; i <= Math.min(last, people.last + TALLY_REACH); i++) {
    if (!text.is(i, SMALL.tally)) continue;
    const kind = kindAfter(text, i, last);
    if (kind === null) return null;
    return {
      first: at,
      last: i,
      items: [{ kind, people, count: people.count }],
      running: true,
      predicate: true,
    };
  }
  return null;
}

/** What the tally counts: its noun, or the verb of «الأشخاص الذين قضوا». */
function kindAfter(text: CasualtyText, at: number, last: number): CasualtyKind | null {
  const noun = countedNoun(text, at, last)?.victim;
  if (noun != null) return noun.kind;
  if (text.norm(at + 1) !== 'الذين' && !text.word(at + 1)?.person) return null;
  for (let i = at + 1; i <= Math.min(last, at + RELATIVE_REACH); i++) {
    const predicate = text.word(i)?.predicates[0];
    if (predicate !== undefined) return predicate.kind;
  }
  return null;
}

function countedNoun(text: CasualtyText, at: number, last: number): CasualtyWord | null {
  for (let i = at + 1; i <= Math.min(last, at + NOUN_REACH); i++) {
    const word = text.word(i);
    if (word?.victim?.many) return word;
    if (text.norm(i) === 'من') return null;
  }
  return null;
}

/** «إضافة إلى»: no verb reaches it. */
const isAdding = fitting(/^و?ب?(?:ال)?اضافه$/);

type TallyVerb = 'rising' | 'reaching';

function verbAt(text: CasualtyText, at: number): TallyVerb | null {
  if (text.is(at, SMALL.rising)) return 'rising';
  return text.is(at, SMALL.reaching) ? 'reaching' : null;
}

function verbBefore(text: CasualtyText, at: number, first: number): TallyVerb | null {
  for (let i = at - 1; i >= Math.max(first, at - VERB_BACK); i--) {
    const verb = verbAt(text, i);
    if (verb !== null) return verb;
  }
  return null;
}

function findFigure(
  text: CasualtyText,
  start: number,
  last: number,
  before: TallyVerb | null,
): { people: People; running: boolean } | null {
  let verb = before;
  let verbPlace = start;
  for (let i = start; i <= Math.min(last, start + FIGURE_REACH); i++) {
    const found = verbAt(text, i);
    if (found !== null && verb === null) {
      verb = found;
      verbPlace = i;
      continue;
    }
    const to = (text.norm(i) === 'الي' || text.norm(i) === 'ل') && !text.fits(i - 1, isAdding);
    if (verb !== null && to) {
      const people = figureAt(text, i + 1, last);
      if (people !== null) return { people, running: true };
    }
    const atOnce = i - verbPlace <= AFTER_REACHING;
    if (verb === 'reaching' && (atOnce || text.number(i) !== null)) {
      const people = figureAt(text, i, last);
      // «بلغت حصيلة الاشتباكات التي يشهدها حي كذا منذ الصباح 6 قتلى»: so far off only what says that it counts dead.
      if (!atOnce && people?.kind == null) continue;
      if (people !== null && people.form !== 'bare') return { people, running: true };
      if (people !== null && i === verbPlace + 1) return { people, running: true };
    }
  }
  return null;
}

function figureAt(text: CasualtyText, at: number, last: number): People | null {
  const people = peopleAt(text, at, last);
  return people?.what === 'people' && (people.form === 'counted' || people.form === 'bare') ? people : null;
}
