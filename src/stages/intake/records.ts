/** What a format reader makes of a file: records that hold one article each, and the places that hold none. */

export interface TextRecord {
  /** For messages: the file, with the line or the element where it holds many. */
  readonly where: string;
  /** Zero-based place in the file. */
  readonly index: number;
  readonly text: string;
  readonly html: boolean;
  /** What stands beside the text, unchecked. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Problem {
  readonly where: string;
  readonly message: string;
}

export interface Records {
  readonly records: readonly TextRecord[];
  readonly problems: readonly Problem[];
}

/** The names that feeds give the text itself, in order of preference. */
export const TEXT_FIELDS = [
  'text',
  'content',
  'body',
  'articleBody',
  'article',
  'full_text',
  'fulltext',
] as const;
const HTML_FIELDS = ['html', 'content_html', 'body_html'] as const;

/** Takes the text out of an object, or says why it cannot. */
export function recordOf(value: unknown, where: string, index: number): TextRecord | Problem {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { where, message: `expected an object with a "text" field, came ${kindOf(value)}` };
  }
  const fields = value as Record<string, unknown>;
  for (const [names, html] of [
    [TEXT_FIELDS, false],
    [HTML_FIELDS, true],
  ] as const) {
    for (const name of names) {
      const text = fields[name];
      if (text === undefined || text === null || text === '') continue;
      if (typeof text === 'string') return { where, index, text, html, fields };
      return { where, message: `field "${name}": expected a string, came ${kindOf(text)}` };
    }
  }
  const empty = [...TEXT_FIELDS, ...HTML_FIELDS].find((name) => name in fields);
  if (empty) return { where, message: `no text: the field "${empty}" is empty` };
  const came = Object.keys(fields).slice(0, 8).join(', ') || 'none';
  return { where, message: `no text: expected a field ${TEXT_FIELDS.join(', ')} or html, came ${came}` };
}

/** Parts what was read from what was not. */
export function sortRecords(found: readonly (TextRecord | Problem)[]): Records {
  return {
    records: found.filter((one): one is TextRecord => !('message' in one)),
    problems: found.filter((one): one is Problem => 'message' in one),
  };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}
