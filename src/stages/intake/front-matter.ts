/** The block of YAML between two lines of `---` that opens a .txt or .md file. */
import { parse } from 'yaml';
import { BadInputError } from '../../errors.ts';

export interface FrontMatter {
  /** The text after the block; the whole text where there is none. */
  readonly body: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Far more than any front matter needs; a text that merely opens with a rule is not searched to its end. */
const MAX_LENGTH = 8_192;
const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;

/**
 * Splits front matter from text. A block that is no mapping of fields is text: bulletins use rules of dashes too.
 * @throws BadInputError where a block of fields is not valid YAML.
 */
export function splitFrontMatter(text: string, where: string): FrontMatter {
  const whole: FrontMatter = { body: text, fields: {} };
  const opening = OPENING.exec(text);
  if (!opening) return whole;
  const start = opening[0].length;
  CLOSING.lastIndex = start;
  const closing = CLOSING.exec(text.slice(0, start + MAX_LENGTH));
  if (!closing) return whole;
  const block = text.slice(start, closing.index);
  if (!/^[A-Za-z_]+[ \t]*:/m.test(block)) return whole;
  const fields = parseBlock(block, where);
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return whole;
  return { body: text.slice(closing.index + closing[0].length), fields: fields as Record<string, unknown> };
}

function parseBlock(block: string, where: string): unknown {
  try {
    return parse(block, { maxAliasCount: 0 });
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new BadInputError(where, `the front matter is not valid YAML: ${reason}`, { cause: error });
  }
}
