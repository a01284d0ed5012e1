/**
 * The file formats, told by extension: .txt .md .html .htm .json .jsonl .ndjson .csv, and gzip of each.
 * Input: a file's bytes and name. Output: its records and the places that hold none. Guarantee: a bad line of a
 * JSONL or CSV file is listed and its neighbours go through; a file that is bad as a whole gives a BadInputError.
 */
import { gunzipSync } from 'node:zlib';
import { BadInputError } from '../../errors.ts';
import { readCsv } from './csv.ts';
import { declaredCharset, decodeText } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { findJsonFault } from './json-fault.ts';
import { checkFileSize, type Limits } from './limits.ts';
import { type Problem, type Records, recordOf, sortRecords, type TextRecord } from './records.ts';

type Reader = (text: string, file: string) => Records;

const READERS: Readonly<Record<string, Reader>> = {
  '.txt': readPlain,
  '.md': readPlain,
  '.html': readHtml,
  '.htm': readHtml,
  '.json': readJson,
  '.jsonl': readLines,
  '.ndjson': readLines,
  '.csv': readCsv,
};

export const EXTENSIONS: readonly string[] = Object.keys(READERS);

/** The extension that decides how a file is read, and whether it is packed. `format` is null for an unknown one. */
export function formatOf(file: string): { readonly format: string | null; readonly gzip: boolean } {
  const name = (file.split('/').at(-1) ?? '').toLowerCase();
  const gzip = name.endsWith('.gz');
  const bare = gzip ? name.slice(0, -3) : name;
  const extension = bare.slice(bare.lastIndexOf('.'));
  return { format: Object.hasOwn(READERS, extension) ? extension : null, gzip };
}

/** True for `NAME.meta.json`, which tells about another file and holds no article. */
export function isSidecar(file: string): boolean {
  return file.toLowerCase().endsWith('.meta.json');
}

/** The names under which a file's sidecar may lie beside it, nearest first. */
export function sidecarNames(file: string): readonly string[] {
  const names = [`${file}.meta.json`];
  for (let bare = file; /[^/]\.[^./]+$/.test(bare) && names.length < 4; ) {
    bare = bare.replace(/\.[^./]+$/, '');
    names.push(`${bare}.meta.json`);
  }
  return names;
}

/**
 * Reads a file's records.
 * @throws BadInputError for an unknown extension, an empty, binary or truncated file, and one that breaks a limit.
 */
export function readRecords(bytes: Uint8Array, file: string, limits: Limits): Records {
  const { format, gzip } = formatOf(file);
  if (format === null) {
    throw new BadInputError(
      file,
      `unknown extension, expected ${EXTENSIONS.join(' ')} or one of them with .gz`,
    );
  }
  checkFileSize(bytes.length, file, limits);
  const plain = gzip ? unpack(bytes, file, limits) : bytes;
  const html = format === '.html' || format === '.htm';
  const { text } = decodeText(plain, file, html ? declaredCharset(plain) : null);
  if (text.trim() === '') throw new BadInputError(file, 'the file is empty, expected text');
  const read = READERS[format]?.(text, file) ?? { records: [], problems: [] };
  if (read.records.length > limits.articlesPerFile) {
    throw new BadInputError(
      file,
      `the file holds ${read.records.length} articles, at most ${limits.articlesPerFile} are read`,
    );
  }
  return read;
}

function unpack(bytes: Uint8Array, file: string, limits: Limits): Uint8Array {
  if (bytes.length === 0) throw new BadInputError(file, 'the file is empty, expected gzip');
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.unpackedBytes });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new BadInputError(file, `unpacks to more than ${limits.unpackedBytes} bytes`, { cause: error });
    }
    const reason = code === 'Z_BUF_ERROR' ? 'the gzip is truncated' : 'the gzip is damaged';
    throw new BadInputError(file, `${reason} (${(error as Error).message})`, { cause: error });
  }
}

function readPlain(text: string, file: string): Records {
  const { body, fields } = splitFrontMatter(text, file);
  return { records: [{ where: file, index: 0, text: body, html: false, fields }], problems: [] };
}

function readHtml(text: string, file: string): Records {
  return { records: [{ where: file, index: 0, text, html: true, fields: {} }], problems: [] };
}

function readJson(text: string, file: string): Records {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (isJsonLines(text)) return readLines(text, file);
    throw new BadInputError(file, jsonMessage(text, error as Error), { cause: error });
  }
  if (!Array.isArray(value)) return sortRecords([recordOf(value, file, 0)]);
  return sortRecords(value.map((element, index) => recordOf(element, `${file} element ${index + 1}`, index)));
}

/** Many exports name line-by-line JSON `.json`. */
function isJsonLines(text: string): boolean {
  const first = text.slice(0, Math.max(0, text.indexOf('\n')));
  try {
    return first.trim().startsWith('{') && typeof JSON.parse(first) === 'object';
  } catch {
    return false;
  }
}

function readLines(text: string, file: string): Records {
  const found: (TextRecord | Problem)[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const content = text.slice(start, end).trim();
    line++;
    if (content !== '') found.push(readLine(content, `${file} line ${line}`, line - 1));
    start = end + 1;
  }
  return sortRecords(found);
}

function readLine(content: string, where: string, index: number): TextRecord | Problem {
  try {
    return recordOf(JSON.parse(content), where, index);
  } catch (error) {
    return { where, message: jsonMessage(content, error as Error, false) };
  }
}

/** Says where and why a text that JSON.parse refused is no JSON. */
export function jsonMessage(text: string, error: Error, withLine = true): string {
  const fault = findJsonFault(text);
  if (!fault) return `invalid JSON (${error.message})`;
  const place = withLine ? `line ${fault.line} column ${fault.column}` : `column ${fault.column}`;
  return fault.came === null
    ? `invalid JSON at ${place}: the text ends too early`
    : `invalid JSON at ${place}: unexpected ${JSON.stringify(fault.came)}`;
}
