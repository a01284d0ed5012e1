/** Reads a page as a stream of tags, without a tree: for its shape before parsing, and for pages no tree can hold. */

const VOID = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd option'.split(' '),
);
const BLOCK = new Set(
  'p div section article main header footer ul ol li table tr h1 h2 h3 h4 h5 h6 blockquote pre br dt dd title figure'.split(
    ' ',
  ),
);
const RAW = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'svg']);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly start: number;
  readonly end: number;
}

/** What bounds the work of parsing a page. */
export interface Shape {
  /** Depth of nesting as a forgiving reader counts it. */
  readonly depth: number;
  readonly elements: number;
  readonly entities: number;
}

/** Measures a page before it is parsed. Linear. */
export function shapeOf(html: string): Shape {
  let level = 0;
  let depth = 0;
  let elements = 0;
  for (const { name, closing } of tags(html)) {
    if (closing) level = Math.max(0, level - (VOID.has(name) ? 0 : 1));
    else {
      elements++;
      if (!VOID.has(name)) depth = Math.max(depth, ++level);
    }
  }
  let entities = 0;
  for (let at = html.indexOf('&'); at >= 0; at = html.indexOf('&', at + 1)) entities++;
  return { depth, elements, entities };
}

/** The words between the tags, a line break for each block; scripts and styles left out. Linear. */
export function stripTags(html: string): { text: string; title: string | null } {
  const parts: string[] = [];
  let title: string | null = null;
  let at = 0;
  let raw: string | null = null;
  let inTitle = false;
  for (const tag of tags(html)) {
    if (raw === null) {
      const words = decode(html.slice(at, tag.start).replace(/\s+/g, ' '));
      if (inTitle) title = words.trim() || null;
      else parts.push(words);
    }
    at = tag.end;
    if (raw !== null && tag.closing && tag.name === raw) raw = null;
    else if (raw === null && !tag.closing && RAW.has(tag.name)) raw = tag.name;
    inTitle = tag.name === 'title' && !tag.closing;
    if (BLOCK.has(tag.name)) parts.push('\n');
  }
  if (raw === null) parts.push(decode(html.slice(at).replace(/\s+/g, ' ')));
  const text = parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
  return { text: text.replace(/\n{3,}/g, '\n\n').trim(), title };
}

/** Tags and comments in order. A `<` that no `>` follows within reach begins no tag. */
function* tags(html: string): Generator<Tag> {
  let at = html.indexOf('<');
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      const close = html.indexOf('-->', at + 4);
      const end = close < 0 ? html.length : close + 3;
      yield { name: '!--', closing: true, start: at, end };
      at = html.indexOf('<', end);
      continue;
    }
    const name = nameAt(html, at);
    const close = name === null ? -1 : html.indexOf('>', at);
    if (name === null || close < 0) {
      if (name !== null) return;
      at = html.indexOf('<', at + 1);
      continue;
    }
    yield { name, closing: html[at + 1] === '/', start: at, end: close + 1 };
    at = html.indexOf('<', close + 1);
  }
}

const NAME = /\/?([a-z][a-z0-9-]{0,20})/iy;

function nameAt(html: string, at: number): string | null {
  NAME.lastIndex = at + 1;
  return NAME.exec(html)?.[1]?.toLowerCase() ?? (html[at + 1] === '!' ? '!' : null);
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
