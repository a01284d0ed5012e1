/**
 * Where a text stops being JSON. The platform's own message names the place in some versions only, and an error that
 * says "line N" is worth more than one that does not. Runs once over the text, without recursion.
 */

export interface JsonFault {
  /** One-based. */
  readonly line: number;
  readonly column: number;
  /** The character that came, or null at the end of the text. */
  readonly came: string | null;
}

const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

type Expect = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

/** Finds the first fault of a text that JSON.parse refused; null where this reading finds none. */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expect: Expect = 'value';
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match !== null;
  };
  const takeString = (): boolean => {
    const end = stringEnd(text, at);
    if (end !== null) at = end;
    return end !== null;
  };
  for (;;) {
    take(SPACE);
    const char = text[at];
    if (char === undefined) return open.length === 0 && expect === 'comma or end' ? null : faultAt(text, at);
    if (open.length === 0 && expect === 'comma or end') return faultAt(text, at);
    if (char === (open.at(-1) === '{' ? '}' : ']') && open.length > 0 && expect.endsWith('or end')) {
      open.pop();
      at++;
      expect = 'comma or end';
    } else if (expect === 'comma or end' && char === ',') {
      at++;
      expect = open.at(-1) === '{' ? 'key' : 'value';
    } else if (expect === 'colon' && char === ':') {
      at++;
      expect = 'value';
    } else if (expect.startsWith('key') && takeString()) {
      expect = 'colon';
    } else if (expect.startsWith('value') && (char === '{' || char === '[')) {
      open.push(char);
      at++;
      expect = char === '{' ? 'key or end' : 'value or end';
    } else if (expect.startsWith('value') && (takeString() || take(LITERAL))) {
      expect = 'comma or end';
    } else {
      return faultAt(text, at);
    }
  }
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where the string that opens at `start` ends, or null where none opens or it is not closed as it should be. */
function stringEnd(text: string, start: number): number | null {
  if (text[start] !== '"') return null;
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1;
    if (text.charCodeAt(at) < 0x20) return null;
    if (text[at] !== '\\') continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text)) return null;
    at = ESCAPE.lastIndex - 1;
  }
  return null;
}

function faultAt(text: string, at: number): JsonFault {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    line++;
    start = next + 1;
  }
  return { line, column: at - start + 1, came: text[at] ?? null };
}
