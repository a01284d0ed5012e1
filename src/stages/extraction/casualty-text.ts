/** One reading with its words looked up for casualties: what each token is, and what number or actor begins there. */
import { isAt } from '../../arabic/phrases.ts';
import type { NumberSpan, Token } from '../../arabic/token.ts';
import { fitting, remembering, type Word } from '../../arabic/word-memory.ts';
import type { ActorFound } from '../../knowledge/types.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import type { CasualtyLexicon, CasualtyWord } from './casualty-lexicon.ts';
import type { Reading } from './findings.ts';
import { firstReaching } from './spans-within.ts';

/** ACLED's interaction code of a state's own forces. */
const STATE_FORCES = 1;

const STOPS = new Set([
  'الذي',
  'التي',
  'الذين',
  'اللذين',
  'حيث',
  'عندما',
  'بعدما',
  'لكن',
  'ولكن',
  'كما',
  'فيما',
  'قبل',
  'لان',
  'انه',
  'بانه',
  'وان',
  'وانه',
]);

/** «اغتيال نفذها مسلحون», «غارة شنتها طائرات»: after these stands who did it. */
const DONE_BY = /^(?:نفذ|شن|ارتكب)ت?(?:ه|ها|هم)$/;

const stopsPeople = remembering(
  (norm) => STOPS.has(norm) || norm === '؛' || norm === ':' || DONE_BY.test(norm),
  false,
);

/** Marks that papers put around a figure: «(14)», «/14/», «[14]». */
export function opensNumber(norm: string): boolean {
  return norm === '(' || norm === '/' || norm === '[';
}

export function closesNumber(norm: string): boolean {
  return norm === ')' || norm === '/' || norm === ']';
}

const IN_NUMBER = 1;
const NUMBER_END = 2;
const IN_PLACE = 4;
const IN_DATE = 8;

function isInName(places: Reading['entities']['places'], { first, last }: NumberSpan): boolean {
  const place = places[firstReaching(places, first)];
  return place !== undefined && place.first < first && place.last === last;
}

const isMosque = fitting(/^(?:ال)?(?:مسجد|جامع)$/);
const isWithout = fitting(/^(?:بلا|دون|بدون)$/);

export class CasualtyText {
  readonly reading: Reading;
  readonly lexicon: CasualtyLexicon;
  readonly tokens: readonly Token[];
  /** By token: the number that begins there, and the actor whose name covers it. */
  private readonly numbers: (NumberSpan | null)[];
  private readonly actors: (ActorFound | null)[];
  /** By token: bits of IN_NUMBER, NUMBER_END, IN_PLACE and IN_DATE. */
  private readonly flags: number[];

  constructor(reading: Reading, lexicon: CasualtyLexicon) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.tokens = reading.tokens;
    const { length } = reading.tokens;
    this.numbers = new Array<NumberSpan | null>(length).fill(null);
    this.actors = new Array<ActorFound | null>(length).fill(null);
    this.flags = new Array<number>(length).fill(0);
    for (const span of reading.numbers) {
      // «المتمركزة في الفوج 46 مزارعا»: the number of a place's name counts nobody.
      if (isInName(reading.entities.places, span)) continue;
      this.numbers[span.first] = span;
      this.flag(span.last, span.last, NUMBER_END);
      this.flag(span.first, span.last, IN_NUMBER);
    }
    for (const { first, last } of reading.entities.places) this.flag(first, last, IN_PLACE);
    for (const { first, last } of reading.dates) this.flag(first, last, IN_DATE);
    for (const actor of reading.entities.actors) this.actors.fill(actor, actor.first, actor.last + 1);
  }

  private flag(first: number, last: number, bit: number): void {
    for (let i = first; i <= last; i++) this.flags[i] = this.flagsAt(i) | bit;
  }

  private flagsAt(at: number): number {
    return this.flags[at] ?? 0;
  }

  norm(at: number): string {
    return this.tokens[at]?.norm ?? '';
  }

  /** Whether a word of some kind stands at the token. */
  fits(at: number, is: (word: Word) => boolean): boolean {
    return isAt(this.tokens, at, is);
  }

  /** «علي», which names a man, and no «على». */
  isAli(at: number): boolean {
    return this.norm(at) === 'علي' && this.surface(at, at).endsWith('ي');
  }

  isWord(at: number): boolean {
    return this.tokens[at]?.kind === 'word';
  }

  word(at: number): CasualtyWord | null {
    const token = this.tokens[at];
    if (token?.kind !== 'word') return null;
    // «طائرة بلا طيار»
    if (token.norm === 'طيار' && this.fits(at - 1, isWithout)) return null;
    // «أمام منزله», and not «إمام»
    if (token.norm === 'امام' && !token.surface.includes('إ') && !this.fits(at + 1, isMosque)) return null;
    return this.lexicon.word(token.word);
  }

  number(at: number): NumberSpan | null {
    return this.numbers[at] ?? null;
  }

  /** Whether anything that casualties are told with can begin at the token. */
  matters(at: number): boolean {
    if (this.number(at) !== null) return true;
    const token = this.tokens[at];
    if (token === undefined) return false;
    return token.kind === 'word' ? this.lexicon.matters(token.word) : opensNumber(token.norm);
  }

  isInNumber(at: number): boolean {
    return (this.flagsAt(at) & IN_NUMBER) !== 0;
  }

  /** Whether a number ends right before the token, brackets and «من» aside: the token is what it counts. */
  isCounted(at: number): boolean {
    let before = at - 1;
    if (closesNumber(this.norm(before)) || this.norm(before) === 'من') before--;
    return (this.flagsAt(before) & NUMBER_END) !== 0 && !this.number(before)?.dual;
  }

  /** «و» attached to the token or standing before it. */
  isJoined(at: number): boolean {
    return (
      this.norm(at - 1) === 'و' ||
      (this.isWord(at) && this.norm(at).startsWith('و') && this.readsAsJoined(at))
    );
  }

  private readsAsJoined(at: number): boolean {
    const word = this.word(at);
    // «واحد وثلاثون»: its own letter.
    if (word === null) return this.number(at) !== null && !/^واحد/.test(this.norm(at));
    return word.prefix.startsWith('و');
  }

  /** The actor whose name covers the token. */
  actor(at: number): ActorFound | null {
    return this.actors[at] ?? null;
  }

  /** Whether the token belongs to the name of a place: «منطقة المزارع» tells of no farmer. */
  isPlace(at: number): boolean {
    return (this.flagsAt(at) & IN_PLACE) !== 0;
  }

  /** Whether the token only says when: «قتل مساء أمس الشاب …». */
  isDate(at: number): boolean {
    return (this.flagsAt(at) & IN_DATE) !== 0;
  }

  /** Whether the token is one of a set of small words, told by its bit in `SMALL`. */
  is(at: number, small: number): boolean {
    const token = this.tokens[at];
    return token?.kind === 'word' && this.lexicon.is(token.word, small);
  }

  /** «بينهم» and the like. */
  isSplit(at: number): boolean {
    return this.lexicon.splits.at(this.tokens, at) !== null;
  }

  /** Where the people of a predicate can no longer begin: a relative clause, another predicate, «بينهم». */
  stopsPeople(at: number): boolean {
    const token = this.tokens[at];
    if (token !== undefined && stopsPeople(token.word)) return true;
    const word = this.word(at);
    if (word !== null && word.predicates.length > 0 && !word.person && !this.isCounted(at)) return true;
    return this.isSplit(at);
  }

  surface(first: number, last: number): string {
    const start = this.tokens[first]?.start ?? 0;
    return this.reading.text.slice(start, this.tokens[last]?.end ?? start);
  }
}

/** The casualty group of an actor's people, or null where the codebook has none for them. */
export function groupOfActor(actor: ActorFound): CasualtyGroup | null {
  switch (actor.side) {
    case 'government':
    case 'opposition':
    case 'isis':
    case 'hts':
    case 'sdf':
      return actor.side;
    case 'transition':
      return actor.interaction === STATE_FORCES ? 'government' : 'other_fighters';
    case 'civilians':
      if (actor.id === 'journalists' || actor.id === 'medical_aid_workers') return actor.id;
      return 'civilians';
    case 'unknown':
      return null;
    default:
      return 'other_fighters';
  }
}
