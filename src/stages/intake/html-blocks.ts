/**
 * Walks a page's elements into text: a block is a line or more, `<br>` breaks a line, white space inside is one space.
 * A bold word run into its paragraph («<b>حلب</b> قصف …») gets a line of its own where the page uses bold so again
 * and again: it is a heading then, and nothing but the bold says so.
 */
import { ELEMENT_NODE, nextNode, type PageElement, type PageNode, TEXT_NODE } from './html-dom.ts';

const PARAGRAPHS = new Set(
  'p div section article main header footer aside ul ol dl table blockquote figure figcaption h1 h2 h3 h4 h5 h6 pre address fieldset hr center'.split(
    ' ',
  ),
);
const LINES = new Set(['li', 'tr', 'dt', 'dd', 'br', 'caption', 'summary', 'details', 'option', 'legend']);
const CELLS = new Set(['td', 'th']);
const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed canvas audio video select textarea button input map head title'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong']);
/** Longest bold run taken for a heading, and how many of them a page must have. */
const RUN_IN = { words: 5, fewest: 3 } as const;

type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly bold: boolean }
  | { readonly kind: Break };
type Break = 'line' | 'paragraph' | 'cell';

/** The text under an element. Linear; no recursion, so depth does not matter. */
export function blockText(root: PageElement): string {
  const pieces = piecesOf(root);
  const runIns = runInHeadings(pieces);
  const broken = runIns.size >= RUN_IN.fewest ? runIns : new Set<number>();
  const parts: string[] = [];
  let pending: Break | null = null;
  let lineEmpty = true;
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'text') {
      pending = stronger(pending, piece.kind);
      return;
    }
    const text = piece.text.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
    const lead = pending === null ? '' : pending === 'paragraph' ? '\n\n' : pending === 'line' ? '\n' : ' ';
    if (text.trim() === '') {
      if (pending === null && !lineEmpty) parts.push(' ');
      return;
    }
    if (pending !== null && parts.length > 0) parts.push(lead);
    if (pending !== null && pending !== 'cell') lineEmpty = true;
    parts.push(lineEmpty ? text.trimStart() : text);
    lineEmpty = false;
    pending = broken.has(index) ? 'line' : null;
  });
  return tidy(parts.join(''));
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function stronger(a: Break | null, b: Break): Break {
  const rank = { cell: 0, line: 1, paragraph: 2 } as const;
  return a !== null && rank[a] >= rank[b] ? a : b;
}

function piecesOf(root: PageElement): Piece[] {
  const pieces: Piece[] = [];
  const open: { node: PageNode; kind: Break | null; bold: boolean }[] = [];
  let bold = 0;
  const close = (): void => {
    const done = open.pop();
    if (done?.kind) pieces.push({ kind: done.kind });
    if (done?.bold) bold--;
  };
  let node: PageNode | null = root.firstChild;
  while (node) {
    const parent: PageNode | null = node.parentNode;
    while (open.length > 0 && open.at(-1)?.node !== parent) close();
    let skip = false;
    if (node.nodeType === TEXT_NODE)
      pieces.push({ kind: 'text', text: node.textContent ?? '', bold: bold > 0 });
    else if (node.nodeType === ELEMENT_NODE) {
      const element = node as PageElement;
      skip = isSkipped(element);
      const kind = breakOf(element.localName);
      if (kind) pieces.push({ kind });
      if (!skip && element.firstChild) {
        const isBold = BOLD.has(element.localName);
        if (isBold) bold++;
        open.push({ node, kind, bold: isBold });
      }
    } else skip = true;
    node = nextNode(node, root, skip);
  }
  while (open.length > 0) close();
  return pieces;
}

function isSkipped(element: PageElement): boolean {
  if (SKIPPED.has(element.localName)) return true;
  const style = element.getAttribute('style');
  return (
    element.getAttribute('hidden') !== null || (style !== null && /display\s{0,3}:\s{0,3}none/i.test(style))
  );
}

function breakOf(name: string): Break | null {
  if (PARAGRAPHS.has(name)) return 'paragraph';
  if (LINES.has(name)) return 'line';
  return CELLS.has(name) ? 'cell' : null;
}

/** Indexes of short bold pieces that begin a block and are followed by plain words. */
function runInHeadings(pieces: readonly Piece[]): Set<number> {
  const found = new Set<number>();
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'text' || !piece.bold) return;
    const words = piece.text.trim();
    if (words === '' || words.split(/\s+/).length > RUN_IN.words || /[:،.…-]$/.test(words)) return;
    const before = pieces
      .slice(Math.max(0, index - 3), index)
      .findLast((one) => one.kind !== 'text' || one.text.trim() !== '');
    const next = pieces[index + 1];
    if (before?.kind === 'text' || next?.kind !== 'text' || next.bold) return;
    if (/^\s*[\p{L}\p{N}]/u.test(next.text)) found.add(index);
  });
  return found;
}
