/** What the index remembers of an article: its words as numbers, the buckets it is found by, who published it and when. */
import { hashText, mix32 } from '../../arabic/likeness/hash.ts';
import {
  hashOfWord,
  type NamedTokens,
  type PrintedWords,
  printWords,
} from '../../arabic/likeness/word-print.ts';
import type { Token } from '../../arabic/token.ts';
import { tokensOf } from '../../arabic/token-memory.ts';
import type { RawArticle, Removed } from '../../model/article.ts';
import type { PublishedBasis } from '../../model/vocabulary.ts';
import type { SeenEntry } from './seen-index.ts';
import { bucketKeys } from './signature.ts';
import { REPEAT_THRESHOLDS } from './thresholds.ts';

/** The publisher that stands for «nobody told»; two of these are not the same publisher. */
const UNKNOWN_SOURCE = 'unknown';
/** Bases on which a publication day counts as told. */
const TOLD: ReadonlySet<PublishedBasis> = new Set(['explicit', 'text', 'file_name', 'url']);
const DAY = 86_400_000;
const DAY_MINUTES = 1_440;

/** Says which tokens are names of places; see `placeNameTokens`. */
export type NameFinder = (tokens: readonly Token[]) => NamedTokens;

/** Prints an article without its page furniture (`removed`, in text order). */
export function seenEntryOf(
  article: RawArticle,
  removed: readonly Removed[],
  findNames?: NameFinder,
): SeenEntry {
  const tokens = tokensOf(article.text);
  const whole = printWords(tokens, findNames?.(tokens));
  const printed = withoutFurniture(whole, tokens, removed);
  const { source, url, file, record, published } = article;
  const publisher = source === UNKNOWN_SOURCE ? 0 : hashText(source);
  return {
    id: article.id,
    words: printed.words,
    ...lineWords(tokens, printed),
    wholeText: hashWords(whole.words),
    source: publisher,
    day: Math.floor(Date.parse(`${published.date}T00:00:00Z`) / DAY),
    dayTold: TOLD.has(published.basis),
    minute: published.time === null ? DAY_MINUTES : minuteOf(published.time),
    receivedAt: Date.parse(article.receivedAt),
    file: hashText(`${file}\n${record}`),
    urlKey: url === null ? 0 : hashText(`url\n${source}\n${url}`),
    pathKey: file === '-' ? 0 : hashText(`path\n${source}\n${file}\n${record}`),
    keys: bucketKeys(printed.words),
  };
}

function withoutFurniture(
  printed: PrintedWords,
  tokens: readonly Token[],
  removed: readonly Removed[],
): PrintedWords {
  if (removed.length === 0) return printed;
  let at = 0;
  const stays = Uint8Array.from(printed.first, (token) => {
    const { start } = tokens[token] as Token;
    while (at < removed.length && (removed[at] as Removed).end <= start) at++;
    const span = removed[at];
    return span === undefined || start < span.start ? 1 : 0;
  });
  const kept = (list: Uint32Array): Uint32Array => list.filter((_, word) => stays[word] === 1);
  return { words: kept(printed.words), first: kept(printed.first), last: kept(printed.last) };
}

/** How many words stand in a short first line and in a short last line: a title and a footer, as far as form can tell. */
function lineWords(
  tokens: readonly Token[],
  { first, last, words }: PrintedWords,
): Pick<SeenEntry, 'titleWords' | 'footerWords'> {
  const breaks: number[] = [];
  for (let word = 1; word < words.length; word++) {
    if (startsLine(tokens, (last[word - 1] as number) + 1, first[word] as number)) breaks.push(word);
  }
  const title = breaks[0] ?? 0;
  const footer = words.length - (breaks[breaks.length - 1] ?? words.length);
  return {
    titleWords: title <= REPEAT_THRESHOLDS.titleWords ? title : 0,
    footerWords: footer <= REPEAT_THRESHOLDS.footerWords ? footer : 0,
  };
}

function startsLine(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i <= to; i++) {
    const gap = tokens[i]?.gap;
    if (gap === 'line' || gap === 'paragraph') return true;
  }
  return false;
}

/** Of the whole text, furniture included: what a source is known to repeat grows with time, this does not. */
function hashWords(words: Uint32Array): number {
  let hash = words.length;
  for (const word of words) hash = mix32(hash ^ hashOfWord(word));
  return hash;
}

/** `HH:MM` as minutes from midnight. */
function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
