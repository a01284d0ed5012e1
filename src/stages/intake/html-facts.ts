/** What a page tells of itself in its head: title, day of publication, address, site. */
import { type DayAndTime, readPublished } from './dates.ts';
import type { PageDocument, PageElement } from './html-dom.ts';

export interface PageFacts {
  readonly title: string | null;
  /** Day and time in Asia/Damascus. */
  readonly published: DayAndTime | null;
  /** The page's canonical address. */
  readonly url: string | null;
  /** The site's name. */
  readonly source: string | null;
}

/** Meta tags that tell the day of publication, most exact first: attribute and value. */
const DATE_META = [
  ['property', 'article:published_time'],
  ['property', 'og:published_time'],
  ['property', 'og:article:published_time'],
  ['itemprop', 'datePublished'],
  ['name', 'article:published_time'],
  ['name', 'parsely-pub-date'],
  ['name', 'sailthru.date'],
  ['name', 'pubdate'],
  ['name', 'publishdate'],
  ['name', 'publish-date'],
  ['name', 'publication_date'],
  ['name', 'dc.date.issued'],
  ['name', 'dc.date'],
  ['name', 'dcterms.created'],
  ['name', 'date'],
] as const;
const MAX_JSON_LD = 200_000;

/** Reads the facts; what the page does not tell is null. */
export function pageFacts(document: PageDocument): PageFacts {
  const metas = metaMap(document);
  const linked = jsonLd(document);
  return {
    title: titleOf(document, metas, linked),
    published: publishedOf(document, metas, linked),
    url: addressOf(document, metas),
    source: clean(
      metas.get('property\0og:site_name') ?? metas.get('name\0application-name') ?? linked.publisher,
    ),
  };
}

function metaMap(document: PageDocument): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content');
    if (content === null) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute);
      const key = `${attribute}\0${attribute === 'name' ? name?.toLowerCase() : name}`;
      if (name !== null && !metas.has(key)) metas.set(key, content);
    }
  }
  return metas;
}

interface Linked {
  readonly date: string | null;
  readonly headline: string | null;
  readonly publisher: string | null;
}

function jsonLd(document: PageDocument): Linked {
  let found: Linked = { date: null, headline: null, publisher: null };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > MAX_JSON_LD) continue;
    for (const node of graphOf(text)) {
      found = {
        date: found.date ?? stringOf(node.datePublished),
        headline: found.headline ?? stringOf(node.headline),
        publisher: found.publisher ?? nameOf(node.publisher),
      };
    }
  }
  return found;
}

type JsonObject = Readonly<Record<string, unknown>>;

function graphOf(text: string): JsonObject[] {
  try {
    const value: unknown = JSON.parse(text);
    const nodes = Array.isArray(value) ? value : [value];
    return nodes.filter(isObject).flatMap((node) => {
      const graph = node['@graph'];
      return Array.isArray(graph) ? [node, ...graph.filter(isObject)] : [node];
    });
  } catch {
    return [];
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function nameOf(value: unknown): string | null {
  return isObject(value) ? stringOf(value.name) : null;
}

function titleOf(document: PageDocument, metas: ReadonlyMap<string, string>, linked: Linked): string | null {
  const heading = onlyHeading(document);
  const whole = document.querySelector('title')?.textContent ?? null;
  return clean(heading ?? linked.headline ?? metas.get('property\0og:title') ?? whole);
}

/** The page's `<h1>`, where it has one and no more. */
function onlyHeading(document: PageDocument): string | null {
  const [first, second] = [...document.querySelectorAll('h1')];
  const text = first && !second ? clean(first.textContent) : null;
  return text !== null && text.split(' ').length >= 3 ? text : null;
}

function publishedOf(
  document: PageDocument,
  metas: ReadonlyMap<string, string>,
  linked: Linked,
): DayAndTime | null {
  for (const [attribute, name] of DATE_META) {
    const told = metas.get(`${attribute}\0${name}`);
    const read = told ? readPublished(told) : null;
    if (read) return read;
  }
  if (linked.date) {
    const read = readPublished(linked.date);
    if (read) return read;
  }
  return timeElement(document);
}

/** The `<time>` of the article; one in a list of other articles does not count. */
function timeElement(document: PageDocument): DayAndTime | null {
  const elements = [...document.querySelectorAll('time[datetime], [itemprop=datePublished]')];
  const told = elements.map(
    (element: PageElement) => element.getAttribute('datetime') ?? element.getAttribute('content'),
  );
  for (const value of told) {
    const read = value ? readPublished(value) : null;
    if (read) return read;
  }
  return null;
}

function addressOf(document: PageDocument, metas: ReadonlyMap<string, string>): string | null {
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
  const address = clean(canonical ?? metas.get('property\0og:url') ?? null);
  return address !== null && /^https?:\/\//i.test(address) && address.length <= 2_000 ? address : null;
}

function clean(text: string | null | undefined): string | null {
  const words = text?.replace(/\s+/g, ' ').trim() ?? '';
  return words === '' || words.length > 2_000 ? null : words;
}
