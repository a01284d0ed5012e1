/** One section read: its tokens' marks, its segments, and which names stand in each of them. */
import type { Token } from '../../arabic/token.ts';
import type { EventGrammar, EventRule } from '../../knowledge/events/grammar.ts';
import type { ActorFound, PlaceFound, WeaponFound } from '../../knowledge/types.ts';
import type { Section } from '../../model/article.ts';
import type { Reading } from './findings.ts';
import { type Mark, UNMARKED } from './mark.ts';
import type { Segment } from './segments.ts';
import type { TokenSet } from './token-set.ts';

export interface SegmentText extends Segment {
  readonly places: readonly PlaceFound[];
  readonly actors: readonly ActorFound[];
  readonly weapons: readonly WeaponFound[];
  /** Lemmas and uses of its words, and what its weapons and aircraft stand for. */
  readonly names: ReadonlySet<string>;
  /** What its tokens are searched for, those inside names too: bits of `SOUGHT`. */
  readonly sought: number;
  readonly triggers: readonly Trigger[];
}

/**
 * The same segment with other places or names. Written out, not spread: V8 gives what is spread a hidden class of its
 * own, and all that reads segments grows slow.
 */
export function changed(
  segment: SegmentText,
  { places = segment.places, names = segment.names }: Partial<Pick<SegmentText, 'places' | 'names'>>,
): SegmentText {
  return {
    index: segment.index,
    first: segment.first,
    last: segment.last,
    sentence: segment.sentence,
    paragraph: segment.paragraph,
    opener: segment.opener,
    conjunction: segment.conjunction,
    places,
    actors: segment.actors,
    weapons: segment.weapons,
    names,
    sought: segment.sought,
    triggers: segment.triggers,
  };
}

export interface Trigger {
  readonly at: number;
  readonly lemma: string;
  readonly kind: string;
  readonly rules: readonly EventRule[];
}

/** What is known of a section before anything in it is interpreted. */
export interface SectionParts {
  readonly section: Section;
  readonly reading: Reading;
  readonly grammar: EventGrammar;
  readonly home: string;
  readonly from: number;
  readonly to: number;
  readonly segments: readonly SegmentText[];
  readonly marks: readonly Mark[];
  readonly named: TokenSet;
}

/** A class, since its look-ups are asked hundreds of times for each sentence: functions of an object cost a call each. */
export class SectionText {
  readonly section: Section;
  readonly reading: Reading;
  readonly grammar: EventGrammar;
  /** The pack's own country. */
  readonly home: string;
  readonly from: number;
  readonly to: number;
  readonly segments: readonly SegmentText[];
  /** By segment, the places that an event may have, as far as they were asked for: see `usablePlaces`. */
  readonly usable: (readonly PlaceFound[] | undefined)[];
  /** By segment, those of them that its event may be aimed at: see `placesAround`. */
  readonly aimed: (readonly PlaceFound[] | undefined)[];
  private readonly tokens: readonly Token[];
  private readonly marks: readonly Mark[];
  private readonly named: TokenSet;
  private sentences: readonly number[] | null = null;
  private paragraphs: readonly number[] | null = null;

  constructor({ section, reading, grammar, home, from, to, segments, marks, named }: SectionParts) {
    this.section = section;
    this.reading = reading;
    this.grammar = grammar;
    this.home = home;
    this.from = from;
    this.to = to;
    this.segments = segments;
    this.usable = new Array(segments.length).fill(undefined);
    this.aimed = new Array(segments.length).fill(undefined);
    this.tokens = reading.tokens;
    this.marks = marks;
    this.named = named;
  }

  /** Index of the first segment of a segment's sentence. */
  sentenceStart({ index }: Segment): number {
    this.sentences ??= startsOf(this.segments, 'sentence');
    return this.sentences[index] as number;
  }

  /** Index of the first segment of a segment's paragraph. */
  paragraphStart({ index }: Segment): number {
    this.paragraphs ??= startsOf(this.segments, 'paragraph');
    return this.paragraphs[index] as number;
  }

  /** Whether any segment of a segment's sentence has one of some names. */
  sentenceTells(segment: Segment, asked: readonly string[]): boolean {
    const { sentence } = segment;
    for (let index = this.sentenceStart(segment); index < this.segments.length; index++) {
      const one = this.segments[index] as SegmentText;
      if (one.sentence !== sentence) return false;
      for (const name of asked) if (one.names.has(name)) return true;
    }
    return false;
  }

  /** Inside a party's, a place's or a source's name, or a date: its words tell nothing by themselves. */
  isNamed(at: number): boolean {
    return this.named.has(at);
  }

  /** What the grammar knows of a token; of one outside the section nothing. */
  mark(at: number): Mark {
    return this.marks[at - this.from] ?? UNMARKED;
  }

  token(at: number): Token {
    return this.tokens[at] as Token;
  }
}

/** For each segment, the first of those in one sentence or paragraph with it. */
function startsOf(segments: readonly Segment[], run: 'sentence' | 'paragraph'): readonly number[] {
  const starts = [0];
  for (let at = 1; at < segments.length; at++)
    starts.push(segments[at]?.[run] === segments[at - 1]?.[run] ? (starts[at - 1] as number) : at);
  return starts;
}
