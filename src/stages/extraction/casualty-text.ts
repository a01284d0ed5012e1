/** One reading with its words looked up for casualties: what each token is, and what number or actor begins there. */
import type { NumberSpan, Token } from '../../arabic/token.ts';
import type { ActorFound } from '../../knowledge/types.ts';
import type { CasualtyGroup } from '../../model/vocabulary.ts';
import type { CasualtyLexicon, CasualtyWord, SmallWords } from './casualty-lexicon.ts';
import type { Reading } from './findings.ts';

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
]);

/** «اغتيال نفذها مسلحون», «غارة شنتها طائرات»: after these stands who did it. */
const DONE_BY = /^(?:نفذ|شن|ارتكب)ت?(?:ه|ها|هم)$/;

/** Marks that papers put around a figure: «(14)», «/14/», «[14]». */
export function opensNumber(norm: string): boolean {
  return norm === '(' || norm === '/' || norm === '[';
}

export function closesNumber(norm: string): boolean {
  return norm === ')' || norm === '/' || norm === ']';
}

export class CasualtyText {
  readonly reading: Reading;
  readonly lexicon: CasualtyLexicon;
  readonly tokens: readonly Token[];
  private readonly numbers = new Map<number, NumberSpan>();
  private readonly inNumber = new Set<number>();
  private readonly numberEnds = new Set<number>();
  private readonly actors = new Map<number, ActorFound>();
  private readonly placed = new Set<number>();

  constructor(reading: Reading, lexicon: CasualtyLexicon) {
    this.reading = reading;
    this.lexicon = lexicon;
    this.tokens = reading.tokens;
    for (const span of reading.numbers) {
      this.numbers.set(span.first, span);
      this.numberEnds.add(span.last);
      for (let i = span.first; i <= span.last; i++) this.inNumber.add(i);
    }
    for (const place of reading.entities.places)
      for (let i = place.first; i <= place.last; i++) this.placed.add(i);
    for (const actor of reading.entities.actors) {
      for (let i = actor.first; i <= actor.last; i++) this.actors.set(i, actor);
    }
  }

  norm(at: number): string {
    return this.tokens[at]?.norm ?? '';
  }

  isWord(at: number): boolean {
    return this.tokens[at]?.kind === 'word';
  }

  word(at: number): CasualtyWord | null {
    const token = this.tokens[at];
    return token?.kind === 'word' ? this.lexicon.word(token.norm) : null;
  }

  number(at: number): NumberSpan | null {
    return this.numbers.get(at) ?? null;
  }

  /** Whether anything that casualties are told with can begin at the token. */
  matters(at: number): boolean {
    if (this.numbers.has(at)) return true;
    return this.isWord(at) ? this.lexicon.matters(this.norm(at)) : opensNumber(this.norm(at));
  }

  isInNumber(at: number): boolean {
    return this.inNumber.has(at);
  }

  /** Whether a number ends right before the token, brackets and «من» aside: the token is what it counts. */
  isCounted(at: number): boolean {
    let before = at - 1;
    if (closesNumber(this.norm(before)) || this.norm(before) === 'من') before--;
    return this.numberEnds.has(before) && !this.numbers.get(before)?.dual;
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
    if (word === null) return this.numbers.has(at) && !/^واحد/.test(this.norm(at));
    return word.prefix.startsWith('و');
  }

  /** The actor whose name covers the token. */
  actor(at: number): ActorFound | null {
    return this.actors.get(at) ?? null;
  }

  /** Whether the token belongs to the name of a place: «منطقة المزارع» tells of no farmer. */
  isPlace(at: number): boolean {
    return this.placed.has(at);
  }

  is(at: number, words: SmallWords): boolean {
    return this.isWord(at) && this.lexicon.is(this.norm(at), words);
  }

  /** «بينهم» and the like. */
  isSplit(at: number): boolean {
    return this.lexicon.splits.at(this.tokens, at) !== null;
  }

  /** Where the people of a predicate can no longer begin: a relative clause, another predicate, «بينهم». */
  stopsPeople(at: number): boolean {
    const norm = this.norm(at);
    if (STOPS.has(norm) || norm === '؛' || norm === ':' || DONE_BY.test(norm)) return true;
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
