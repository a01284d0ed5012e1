/**
 * How sure a statement is and who says so. The source named nearest before an event in its sentence says it, else the
 * one named after it in its clause («… بحسب المرصد»). In a sentence as long as a bulletin's section a source speaks only
 * until the news turns to something else («ومن جهة أخرى»). A sentence that goes on speaking («وأضاف أن …») has the
 * speaker of those before. What a party to the fight says is claimed by it.
 */
import { isAt } from '../../arabic/phrases.ts';
import type { Clause } from '../../arabic/token.ts';
import { telling } from '../../arabic/word-memory.ts';
import type { ActorFound, AttributionFound } from '../../knowledge/types.ts';
import type { Certainty, Reading } from './findings.ts';
import { clauseAt, spansWithin } from './spans-within.ts';

/** Verbs with which a speaker named before goes on. */
const GOES_ON = new Set(
  (
    'اضاف اضافت اضافوا مضيفا مضيفه تابع تابعت اردف اردفت استطرد اوضح اوضحت موضحا اشار اشارت مشيرا مشيره لفت لفتت لافتا ' +
    'نوه نوهت منوها اكد اكدت موكدا بين بينت مبينا ذكر ذكرت قال قالت'
  ).split(' '),
);
/** Connectives after which the same speaker may still speak. */
const SAME_SPEAKER = new Set(['كما', 'كما و', 'كما ان', 'حيث', 'لكن', 'ولكن', 'كذلك']);
/** How far back, in tokens, the speaker may be named, and how near the sentence's start the verb stands. */
const SPEAKER_REACH = 120;
const VERB_REACH = 2;
/** A sentence of more tokens tells several pieces of news. */
const LONG_SENTENCE = 60;

/**
 * Certainty of the event told at token `at` of the sentence from `sentenceFirst` to `sentenceLast`; without `at` of the
 * sentence as a whole.
 */
export function certaintyOf(
  reading: Reading,
  sentenceFirst: number,
  sentenceLast: number,
  at = sentenceFirst,
): Certainty {
  if (reading.entities.attributions.length === 0) return { modality: 'reported', attribution: null };
  const [first, last] = speechAround(reading, sentenceFirst, sentenceLast, at);
  const said = spansWithin(reading.entities.attributions, first, last);
  const heard = said.filter((source) => source.actor === null || speaksOf(reading, source, at));
  const before = heard.filter((source) => source.first < at).at(-1);
  const source = before ?? heard[0] ?? speakerBefore(reading, first, last);
  if (source === null) return { modality: 'reported', attribution: null };
  return { modality: source.actor === null ? 'reported' : 'claimed', attribution: source.name };
}

/** A clause that goes on with what is said: «وأن …», «بأن …». */
const THAT = /^[وب]?(?:ان|انه|انها|انهم)$/;

/** «قواتنا», «مقاتلونا», «نقاطنا»: the party speaks of its own. */
const isOurs = /نا$/;
/** In so many sentences, so that no single quotation makes a statement of a report. */
const OURS_LEAST = 2;

/**
 * The party whose statement the article is: «قواتنا» in several sentences and nobody else who tells. All that such a
 * text reports without a source is claimed by that party. Null for any other article. Linear in the actors found.
 */
export function statementBy({ entities, clauses }: Reading): ActorFound | null {
  if (entities.attributions.some(({ actor }) => actor === null)) return null;
  const sentences = new Set<number>();
  let party: ActorFound | null = null;
  for (const actor of entities.actors) {
    if (actor.anaphor !== true || !isOurs.test(actor.surface)) continue;
    if (party !== null && actor.id !== party.id) return null;
    party = actor;
    sentences.add(clauseAt(clauses, actor.first)?.sentence ?? 0);
  }
  return sentences.size >= OURS_LEAST ? party : null;
}

/**
 * What a party says is a claim in the clause that names it, and in those joined to it by «وأن»; what the article tells
 * beside it («أعلن الجيش السيطرة على …، وقصف الطيران …») is not the party's.
 */
function speaksOf(reading: Reading, source: AttributionFound, at: number): boolean {
  if (source.first > at && closesSentence(reading, source)) return true;
  const [from, to] = source.first < at ? [source.first, at] : [at, source.first];
  const between = spansWithin(reading.clauses, from, to).filter(({ first }) => first > from && first <= to);
  return between.every(({ first }) => THAT.test(reading.tokens[first]?.norm ?? ''));
}

const ACCORDING_TO = /^(?:ب?حسب|وفق|وفقا)$/;

/** «…، وقتل ثلاثة، بحسب X.»: said at the end of a sentence for all of it. */
function closesSentence({ tokens }: Reading, { first, last }: AttributionFound): boolean {
  const next = tokens[last + 1];
  if (next !== undefined && next.norm !== '.' && next.gap !== 'paragraph' && next.gap !== 'line')
    return false;
  // «… وقتل جندي بحسب موسكو»: without a comma only what stands right before.
  return [first, first - 1].some(
    (at) => ACCORDING_TO.test(tokens[at]?.norm ?? '') && tokens[at - 1]?.norm === '،',
  );
}

/** The tokens that one source's words can take up around `at`: the sentence, or the clauses of one piece of news. */
function speechAround(reading: Reading, first: number, last: number, at: number): [number, number] {
  if (last - first <= LONG_SENTENCE) return [first, last];
  const clauses = spansWithin(reading.clauses, first, last);
  let index = clauses.findLastIndex((clause) => clause.first <= at);
  if (index < 0) return [first, last];
  const end = Math.min(last, (clauses[index] as Clause).last);
  while (index > 0 && keepsSpeaker(clauses[index] as Clause)) index--;
  return [index === 0 ? first : (clauses[index] as Clause).first, end];
}

function keepsSpeaker({ connective }: Clause): boolean {
  return connective === null || SAME_SPEAKER.has(connective);
}

const goesOnSpeaking = telling((norm) => GOES_ON.has(norm.replace(/^و(?=.{3})/, '')));

function speakerBefore(reading: Reading, first: number, last: number): AttributionFound | null {
  for (let i = first; i <= Math.min(last, first + VERB_REACH); i++) {
    if (isAt(reading.tokens, i, goesOnSpeaking)) {
      return spansWithin(reading.entities.attributions, first - SPEAKER_REACH, first - 1).at(-1) ?? null;
    }
  }
  return null;
}
