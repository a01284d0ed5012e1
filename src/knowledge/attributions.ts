/**
 * Who says so: finds sources of news and parties that speak. A source that is nothing else (an agency, an observatory)
 * counts wherever it is named; one that is also a person something happens to (activists, medics, an army) counts
 * only beside a verb of saying («أفاد ناشطون») or after a word that brings a source in («بحسب ناشطين»).
 */
import type { Token } from '../arabic/token.ts';
import { fitting } from '../arabic/word-memory.ts';
import { layOut } from './forms.ts';
import type { AttributionsFile } from './pack-schema.ts';
import type { Problems } from './problems.ts';
import type { SurfaceCutter } from './surface.ts';
import { buildTrie, type TokenTrie } from './trie.ts';
import type { ActorFound, AttributionFound } from './types.ts';

interface Source {
  readonly name: string;
  readonly actor: string | null;
  readonly needsCue: boolean;
}

type Cue = 'verb' | 'declaration' | 'preposition' | 'relay' | 'speaker';

export interface AttributionIndex {
  readonly sources: TokenTrie<Source>;
  /** Verbs, prepositions and spokesmen, told apart by kind. */
  readonly cues: TokenTrie<Cue>;
}

/** Compiles attributions.yaml; a source that speaks for an unknown actor is a problem. */
export function compileAttributions(
  file: AttributionsFile,
  knowsActor: (id: string) => boolean,
  problems: Problems,
): AttributionIndex {
  for (const { id, actor } of file.sources) {
    if (actor !== undefined && !knowsActor(actor)) {
      problems.add(`attributions.yaml › ${id}`, `speaks for the unknown actor «${actor}»`);
    }
  }
  const sources = buildTrie(
    file.sources.flatMap(({ id, name, actor, needsCue, forms }) => {
      const value: Source = Object.freeze({ name, actor: actor ?? null, needsCue });
      const where = `attributions.yaml › ${id}`;
      return layOut({ forms }, {}, where, problems).map((words) => ({ words, value }));
    }),
  );
  const cue = (value: Cue, forms: readonly string[]) =>
    layOut({ forms }, {}, `attributions.yaml › ${value}`, problems).map((words) => ({ words, value }));
  const cues = buildTrie([
    ...cue('verb', file.verbs),
    ...cue('declaration', file.declarations),
    ...cue('preposition', file.prepositions),
    ...cue('relay', file.relays),
    ...cue('speaker', file.speakers),
  ]);
  return { sources, cues };
}

/** How many words may stand between a verb of saying and its source («قال مدير المكتب الإعلامي في الدفاع المدني»). */
const REACH = 5;
/** How many tokens may stand between «نقلت» and «عن». */
const RELAY_REACH = 8;

/** Sources in text order. `actors` are those found in the same tokens: a party that speaks is a source too. */
export function findAttributions(
  tokens: readonly Token[],
  actors: readonly ActorFound[],
  cut: SurfaceCutter,
  index: AttributionIndex,
): AttributionFound[] {
  const cues = markCues(tokens, index);
  const byFirst = new Set(actors.map((actor) => actor.first));
  const found: AttributionFound[] = [];
  const taken = new Set<number>();
  for (const { first, last, values } of index.sources.scan(tokens)) {
    const source = values[0] as Source;
    if (source.needsCue && (isOfParty(tokens, last, byFirst) || !isSpeaking(tokens, cues, first, last)))
      continue;
    const { start, end } = cut(first, last);
    found.push({ first, last, start, end, name: source.name, actor: source.actor, ofItself: undefined });
    for (let i = first; i <= last; i++) taken.add(i);
  }
  for (const actor of actors) {
    if (actor.via !== null || taken.has(actor.first) || taken.has(actor.last)) continue;
    const before = speakingCue(tokens, cues, actor.first);
    const cue = before ?? cueAfter(tokens, cues, actor);
    if (cue === null) continue;
    const ofItself = tellsOfItself(tokens, before === null ? actor.last + 1 : actor.last, cue);
    const { first, last, start, end, surface, id } = actor;
    found.push({ first, last, start, end, name: surface, actor: id, ofItself });
  }
  return found.sort((a, b) => a.first - b.first);
}

/** The cue that stands on each token, if any; a cue of several words marks them all. */
function markCues(tokens: readonly Token[], index: AttributionIndex): (Cue | undefined)[] {
  const cues: (Cue | undefined)[] = new Array(tokens.length);
  for (const { first, last, values } of index.cues.scan(tokens)) cues.fill(values[0], first, last + 1);
  return cues;
}

function isSpeaking(
  tokens: readonly Token[],
  cues: readonly (Cue | undefined)[],
  first: number,
  last: number,
): boolean {
  for (let i = first - 1, words = 0; i >= 0 && words < REACH; i--) {
    const token = tokens[i] as Token;
    if (endsSentence(token) || (tokens[i + 1] as Token).gap === 'paragraph') break;
    // «قال ناشطون إن التحالف الدولي قصف …»: what is said, and not who says it.
    if (isThat(token.word)) break;
    if (token.kind !== 'word') continue;
    words++;
    if (cues[i] === 'verb' || cues[i] === 'declaration') return true;
    if (cues[i] === 'preposition') return words === 1 || cues[i + 1] === 'speaker';
    if (words === 1 && isRelayed(tokens, cues, i)) return true;
  }
  if (isQuoted(tokens, first, last)) return true;
  for (let i = last + 1, words = 0; i < tokens.length && words < 2; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') {
      if (endsSentence(token)) return false;
      continue;
    }
    words++;
    if (cues[i] === 'verb' || cues[i] === 'declaration') return true;
  }
  return false;
}

const isThat = fitting(/^(?:ب|ل)?ان(?:ه|ها|هم|نا)?$/);

/** «مصدر في الجيش»: the source's own word is only the door to the party. */
function isOfParty(tokens: readonly Token[], last: number, actors: ReadonlySet<number>): boolean {
  const next = tokens[last + 1];
  return next !== undefined && (next.norm === 'في' || next.norm === 'من') && actors.has(last + 2);
}

/** What makes a party speak: a verb of saying right before its name, or before its spokesman; null where nothing does. */
function speakingCue(
  tokens: readonly Token[],
  cues: readonly (Cue | undefined)[],
  first: number,
): Cue | null {
  let speaker = false;
  for (let i = first - 1, words = 0; i >= 0 && words < REACH; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'punctuation') {
      if (endsSentence(token)) return null;
      continue;
    }
    if ((tokens[i + 1] as Token).gap === 'paragraph') return null;
    const cue = cues[i];
    if (cue === 'verb' || cue === 'declaration' || cue === 'preposition') return cue;
    if (isRelayed(tokens, cues, i)) return 'relay';
    if (cue !== 'speaker' && !speaker) return null;
    speaker = true;
    words++;
  }
  return null;
}

/** «قسد تعلن مقتل …», «قسد: مقتل …»: headlines name the party before its verb or its words. */
function cueAfter(
  tokens: readonly Token[],
  cues: readonly (Cue | undefined)[],
  { first, last }: Pick<ActorFound, 'first' | 'last'>,
): Cue | null {
  if (isQuoted(tokens, first, last)) return 'verb';
  const cue = cues[last + 1];
  return cue === 'verb' || cue === 'declaration' ? cue : null;
}

/** «الدفاع المدني: مقتل …»: a name at the start of a line or a sentence, then a colon and what it says on the same line. */
function isQuoted(tokens: readonly Token[], first: number, last: number): boolean {
  const [colon, said] = [tokens[last + 1], tokens[last + 2]];
  if (colon?.norm !== ':' || said?.kind !== 'word' || said.gap === 'line' || said.gap === 'paragraph')
    return false;
  const before = tokens[first - 1];
  const { gap } = tokens[first] as Token;
  return before === undefined || gap === 'line' || gap === 'paragraph' || before.kind === 'punctuation';
}

/** How many words after a party's name «إنها» may stand («قالت الكتائب التابعة ل… إنها …»). */
const THAT_REACH = 7;

/**
 * «أعلن الثوار أن …» and «قال الجيش إن …» say something of anybody; «أعلن الثوار سيطرتهم …» and «قال الجيش إنه …» say
 * what they did themselves.
 */
function tellsOfItself(tokens: readonly Token[], last: number, cue: Cue): boolean {
  const isDeclared = cue === 'declaration';
  if (!isDeclared && cue !== 'verb') return false;
  for (let i = last + 1; i < tokens.length && i <= last + THAT_REACH; i++) {
    const token = tokens[i] as Token;
    if (endsSentence(token)) break;
    const that = /^(?:ب|عن)?ان(ه|ها|هم)?$/.exec(token.norm);
    if (that) return that[1] !== undefined;
    if (isDeclared && i === last + 1 && token.kind === 'word') return true;
  }
  return isDeclared;
}

/** «نقلت الوكالة عن …»: a verb that passes on, some words before the «عن» at `at`. */
function isRelayed(tokens: readonly Token[], cues: readonly (Cue | undefined)[], at: number): boolean {
  if ((tokens[at] as Token).norm !== 'عن') return false;
  for (let i = at - 1; i >= 0 && at - i <= RELAY_REACH; i--) {
    if (cues[i] === 'relay') return true;
    if (endsSentence(tokens[i] as Token)) return false;
  }
  return false;
}

function endsSentence(token: Token): boolean {
  return token.kind === 'punctuation' && /^[.!?؟؛،,]/.test(token.surface);
}
