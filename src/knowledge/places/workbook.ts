/**
 * Reads the tables of an Excel workbook: cell texts only, each sheet as rows by the names in its first row. Written by
 * hand because a gazetteer is read where nothing may wait, and the readers there are give a promise.
 */
import { strFromU8, unzipSync } from 'fflate';
import { BadInputError } from '../../errors.ts';
import type { Row } from './import-forms.ts';

/** A workbook that unpacks to more is refused. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Rows of every sheet in the order of their files. Throws BadInputError where it is no workbook. */
export function readWorkbook(file: string, bytes: Uint8Array): Row[][] {
  let parts: Record<string, Uint8Array>;
  let size = 0;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml$/.test(name)) return false;
        size += originalSize;
        if (size > MOST_BYTES) throw new Error('unpacks to more than 256 MB');
        return true;
      },
    });
  } catch (error) {
    throw new BadInputError(
      file,
      `not an Excel workbook: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const shared = parts['xl/sharedStrings.xml'];
  const strings = shared ? elements(strFromU8(shared), 'si').map(textOf) : [];
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
  if (sheets.length === 0) throw new BadInputError(file, 'not an Excel workbook: it holds no sheet');
  return sheets.sort().map((name) => sheetRows(strFromU8(parts[name] as Uint8Array), strings));
}

function sheetRows(xml: string, strings: readonly string[]): Row[] {
  const table = elements(xml, 'row').map((row) => cellsOf(row, strings));
  const [header, ...rows] = table;
  if (!header) return [];
  return rows.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])));
}

function cellsOf(row: string, strings: readonly string[]): string[] {
  const cells: string[] = [];
  for (const cell of elements(row, 'c')) {
    const open = cell.slice(0, cell.indexOf('>') + 1);
    const column = /\br="([A-Z]+)\d+"/.exec(open)?.[1];
    const index = column ? columnNumber(column) : cells.length;
    while (cells.length < index) cells.push('');
    const value = elements(cell, 'v')[0];
    if (/\bt="s"/.test(open)) cells[index] = strings[Number(value ? textOf(value) : '')] ?? '';
    else cells[index] = value ? textOf(value) : elements(cell, 't').map(textOf).join('');
  }
  return cells;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** Every `<name …>…</name>` or `<name …/>`, tags included, from left to right; elements of one name never nest here. */
function elements(xml: string, name: string): string[] {
  const found: string[] = [];
  const close = `</${name}>`;
  let at = 0;
  for (;;) {
    const start = xml.indexOf(`<${name}`, at);
    if (start < 0) return found;
    const after = xml[start + name.length + 1];
    const open = xml.indexOf('>', start);
    if (open < 0) return found;
    at = open + 1;
    if (after !== '>' && after !== ' ' && after !== '/' && after !== '\n' && after !== '\r') continue;
    if (xml[open - 1] !== '/') {
      const end = xml.indexOf(close, open);
      if (end < 0) return found;
      at = end + close.length;
    }
    found.push(xml.slice(start, at));
  }
}

function textOf(element: string): string {
  const texts = element.startsWith('<si') ? elements(element, 't') : [element];
  return texts
    .map((text) => text.replace(/<[^>]*>/g, ''))
    .join('')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim();
}
