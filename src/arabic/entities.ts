/** HTML entities that scraping left in the text: «&quot;», «&#187;», and «#187;» that lost its ampersand. */

const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ldquo: '"',
  rdquo: '"',
  lsquo: "'",
  rsquo: "'",
  ndash: '-',
  mdash: '-',
  hellip: '…',
  bull: '•',
  middot: '·',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
};

/** Longest entity looked for, `&` and `;` counted. */
export const LONGEST_ENTITY = 9;

/** Codes that a number without its ampersand is believed for: quotation marks, dashes, spaces, direction marks. */
function isFurniture(code: number): boolean {
  return (
    code === 34 ||
    code === 39 ||
    code === 160 ||
    code === 171 ||
    code === 187 ||
    (code >= 8203 && code <= 8230)
  );
}

/**
 * Reads the entity that ends with the `;` at `end - 1`, looking back over at most {@link LONGEST_ENTITY} characters.
 * `at(i)` gives a code unit. Returns where it starts and what it stands for, or null.
 */
export function entityBefore(
  at: (index: number) => number,
  end: number,
): { readonly start: number; readonly value: string } | null {
  let body = '';
  for (let i = end - 2; i >= 0 && end - i <= LONGEST_ENTITY; i--) {
    const code = at(i);
    if (code === 0x26) {
      const value = decode(body);
      return value === null ? null : { start: i, value };
    }
    if (code === 0x23) {
      if (i > 0 && at(i - 1) === 0x26) {
        body = `#${body}`;
        continue;
      }
      const bare = /^\d{2,4}$/.test(body) ? Number(body) : 0;
      return isFurniture(bare) ? { start: i, value: String.fromCharCode(bare) } : null;
    }
    if (!isAlphanumeric(code)) return null;
    body = String.fromCharCode(code) + body;
  }
  return null;
}

/** The entity that begins at `start` of the text, or null. */
export function entityAt(
  text: string,
  start: number,
): { readonly end: number; readonly value: string } | null {
  let close = start + 1;
  while (close < text.length && close - start < LONGEST_ENTITY && text.charCodeAt(close) !== 0x3b) close++;
  if (text.charCodeAt(close) !== 0x3b) return null;
  const found = entityBefore((i) => text.charCodeAt(i), close + 1);
  return found?.start === start ? { end: close + 1, value: found.value } : null;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function decode(body: string): string | null {
  if (!body.startsWith('#')) return NAMED[body.toLowerCase()] ?? null;
  const hex = /^#x([0-9a-f]{2,4})$/i.exec(body)?.[1];
  const code = hex === undefined ? Number(/^#(\d{2,5})$/.exec(body)?.[1] ?? 0) : Number.parseInt(hex, 16);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code >= 32 && code <= 0xffff && !surrogate ? String.fromCharCode(code) : null;
}
