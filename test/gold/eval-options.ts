/** What `npm run eval` was asked for; a wrong word ends the process with exit code 2 and tells what is known. */
import { parseArgs } from 'node:util';
import type { GoldText } from './coding-gold.ts';
import { SLOTS, type Slot } from './faults.ts';
import { wrapped } from './terminal.ts';

export const USAGE = `Usage: npm run eval -- [flags] [NAME…]

Scores event coding on the gold texts (test/gold/coding) slot by slot, beside a baseline without grammar and against the
committed floor (test/gold/floor.json), and tells what each rule got right, told falsely and missed.

  NAME         gold texts of this name or with this beginning only; all of their faults are shown
  --rule RULE  every fault of this rule; may be given again
  --slot SLOT  every fault of this slot; may be given again
  --faults     every fault of every rule and slot
  --late       only texts that were written after the rules
  --update     write the figures of this run as the floor
  --help, -h   this text

Examples:
  $ npm run eval                            figures, rules and slots, with an example of each fault
  $ npm run eval -- a04-isis-2016           one text
  $ npm run eval -- --rule bombardment      what a rule gets wrong
  $ npm run eval -- --slot roles --late     who did what to whom, in texts that no rule has seen
  $ npm run eval -- --update                lift the floor, after reading what rose and what sank

Exit codes: 0 done, 1 a figure sank below the floor, 2 wrong use.
`;

const OPTIONS = {
  rule: { type: 'string', multiple: true, default: [] as string[] },
  slot: { type: 'string', multiple: true, default: [] as string[] },
  faults: { type: 'boolean', default: false },
  late: { type: 'boolean', default: false },
  update: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export interface EvalOptions {
  readonly names: readonly string[];
  readonly rules: readonly string[];
  readonly slots: readonly Slot[];
  readonly faults: boolean;
  readonly late: boolean;
  readonly update: boolean;
}

/** Told on standard error, in words of what was expected. */
export class WrongUse extends Error {}

/** What the words ask for; null where they ask for help. */
export function readOptions(words: readonly string[]): EvalOptions | null {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(words);
  } catch (error) {
    const [message] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    const flags = Object.keys(OPTIONS).map((flag) => `--${flag}`);
    throw new WrongUse(`${message}\nknown flags: ${flags.join(' ')}`);
  }
  const { values, positionals: names } = parsed;
  const { rule: rules, slot, faults, late, update, help } = values;
  if (help) return null;
  if (update && (late || names.length > 0))
    throw new WrongUse('--update: the floor is of all texts; leave out names and --late');
  const slots = known('slot', slot, SLOTS) as Slot[];
  return { names, rules, slots, faults, late, update };
}

function parse(words: readonly string[]) {
  return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });
}

/** The words, all of which must be among those that are known. */
export function known(kind: string, words: readonly string[], all: readonly string[]): readonly string[] {
  const wrong = words.filter((word) => !all.includes(word));
  if (wrong.length === 0) return words;
  throw new WrongUse(`no ${kind} ${wrong.join(', ')}; known:\n${wrapped(all)}`);
}

/** The gold texts that were asked for; drafts are told apart, for they are in no score. */
export function chosen(all: readonly GoldText[], { names, late }: EvalOptions): GoldText[] {
  const read = all.filter(({ draft }) => !draft);
  for (const name of names) {
    if (read.some((gold) => gold.name.startsWith(name))) continue;
    if (all.some((gold) => gold.name.startsWith(name)))
      throw new WrongUse(`${name} is a draft and in no score yet; see what is left: test/gold/new --check`);
    throw new WrongUse(`no gold text ${name}; known:\n${wrapped(read.map((gold) => gold.name))}`);
  }
  const named = read.filter((gold) => names.length === 0 || names.some((name) => gold.name.startsWith(name)));
  if (!late) return named;
  const after = named.filter((gold) => gold.late);
  if (after.length > 0) return after;
  throw new WrongUse(
    `--late: none of these was written after the rules:\n${wrapped(named.map((gold) => gold.name))}`,
  );
}
