/** What the index remembers of an article: its words as numbers, the buckets it is found by, who published it and when. */
import { shinglesOf } from '../../arabic/likeness/shingles.ts';
import { hashText, type PrintedWords, printWords } from '../../arabic/likeness/word-print.ts';
import type { Token } from '../../arabic/token.ts';
import { tokenise } from '../../arabic/tokens.ts';
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

/** Prints an article without its page furniture (`removed`, in text order). */
export function seenEntryOf(article: RawArticle, removed: readonly Removed[]): SeenEntry {
  const tokens = keptTokens(tokenise(article.text), removed);
  const printed = printWords(tokens);
  const { source, url, file, record, published } = article;
  const publisher = source === UNKNOWN_SOURCE ? 0 : hashText(source);
  return {
    id: article.id,
    words: printed.words,
    ...lineWords(tokens, printed),
    source: publisher,
    day: Math.floor(Date.parse(`${published.date}T00:00:00Z`) / DAY),
    dayTold: TOLD.has(published.basis),
    receivedAt: Date.parse(article.receivedAt),
    file: hashText(`${file}\n${record}`),
    urlKey: url === null ? 0 : hashText(`url\n${source}\n${url}`),
    pathKey: file === '-' ? 0 : hashText(`path\n${source}\n${file}\n${record}`),
    keys: bucketKeys(shinglesOf(printed.words)),
  };
}

function keptTokens(tokens: readonly Token[], removed: readonly Removed[]): readonly Token[] {
  if (removed.length === 0) return tokens;
  let at = 0;
  return tokens.filter((token) => {
    while (at < removed.length && (removed[at] as Removed).end <= token.start) at++;
    const span = removed[at];
    return span === undefined || token.start < span.start;
  });
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
