/**
 * HTML to text as a reader sees it: the article's own words, with its line breaks and headings. Input: a page's
 * source. Output: its text, and what the page tells of itself (title, day, address, site). Guarantee: linear in the
 * page's length; unclosed tags, endless nesting and pages without an article give text, never a crash; a page over
 * the limit gives a BadInputError.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { BadInputError } from '../../errors.ts';
import { blockText } from './html-blocks.ts';
import { asDocument, type PageDocument, type PageElement } from './html-dom.ts';
import { type PageFacts, pageFacts } from './html-facts.ts';
import { dropFurniture } from './html-furniture.ts';
import { type Shape, shapeOf, stripTags } from './html-strip.ts';

export interface Page extends PageFacts {
  readonly text: string;
  /** What was left out of the text: navigation, forms, comments, scripts; a rule and how many elements. */
  readonly removed: readonly { readonly rule: string; readonly elements: number }[];
}

export interface HtmlOptions {
  /** Address of the page, where known; names it in errors. */
  readonly url?: string;
  /** Longest page read, in UTF-16 code units. */
  readonly maxLength?: number;
}

const MAX_LENGTH = 10_000_000;
/** Readability's time grows with depth times elements, and worse: 6.5 s for 1,000 nested ones. Above, it is left out. */
const READABLE = { depth: 60, elements: 10_000, work: 120_000 } as const;
/**
 * linkedom walks the tree by recursion and joins the text around entities piece by piece: above these limits the page
 * is read as a stream of tags.
 */
const PARSABLE = { depth: 800, elements: 150_000, entities: 60_000 } as const;
/** What Readability gives is believed where it holds this share of the words that the body holds outside links. */
const BELIEVED_SHARE = 0.45;

/**
 * Reads a page.
 * @throws BadInputError where the page is longer than the limit.
 */
export function htmlToText(html: string, options: HtmlOptions = {}): Page {
  const limit = options.maxLength ?? MAX_LENGTH;
  if (html.length > limit) {
    throw new BadInputError(
      options.url ?? 'the page',
      `has ${html.length} characters, at most ${limit} are read`,
    );
  }
  const shape = shapeOf(html);
  if (!isParsable(shape)) return strippedPage(html);
  const document = parse(html);
  if (!document?.body) return strippedPage(html);
  const facts = pageFacts(document);
  const removed = dropFurniture(document.body);
  const body = blockText(document.body);
  return {
    ...facts,
    title: facts.title,
    text: choose(isReadable(shape) ? readArticle(html) : null, body),
    removed,
  };
}

function isParsable({ depth, elements, entities }: Shape): boolean {
  return depth <= PARSABLE.depth && elements <= PARSABLE.elements && entities <= PARSABLE.entities;
}

function isReadable({ depth, elements }: Shape): boolean {
  return depth <= READABLE.depth && elements <= READABLE.elements && depth * elements <= READABLE.work;
}

function strippedPage(html: string): Page {
  const { text, title } = stripTags(html);
  return { text, title, published: null, url: null, source: null, removed: [] };
}

function parse(html: string): PageDocument | null {
  const sound = html.replace(/<(?![a-z/!?])/gi, '‹');
  const whole = /<html[\s>]/i.test(sound.slice(0, 5_000)) ? sound : `<html><body>${sound}</body></html>`;
  try {
    return asDocument(parseHTML(whole).document);
  } catch {
    return null;
  }
}

/** The article as Readability finds it, as text with its blocks; null where it finds none or fails. */
function readArticle(html: string): string | null {
  const document = parse(html);
  if (!document?.body) return null;
  dropFurniture(document.body);
  try {
    const article = new Readability<PageElement>(document as never, {
      charThreshold: 150,
      disableJSONLD: true,
      serializer: (node) => node as unknown as PageElement,
    }).parse();
    return article?.content ? blockText(article.content) : null;
  } catch {
    return null;
  }
}

/** Readability's text, unless it lost most of the body's words: on short flashes it may return the comment box. */
function choose(readable: string | null, body: string): string {
  if (readable === null) return body;
  const kept = arabicWords(readable);
  const all = arabicWords(body);
  return all > 0 && kept < all * BELIEVED_SHARE ? body : readable;
}

function arabicWords(text: string): number {
  let words = 0;
  for (const _ of text.matchAll(/[\u0620-\u064a]{2,40}/g)) words++;
  return words;
}
