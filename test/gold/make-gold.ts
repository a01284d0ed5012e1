/**
 * `test/gold/new TEXT --published DAY`: drafts a gold text from the analysis of an invented text.
 * `test/gold/new --check [NAME…]`: checks gold texts, drafts among them, and says what they hold against the analysis.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DaySchema } from '../../src/model/vocabulary.ts';
import { CODING_GOLD, type GoldText, readAllGold } from './coding-gold.ts';
import { draftOf, type Head } from './draft.ts';
import { faultLine } from './faults.ts';
import { readGold } from './run-coding.ts';
import { score } from './scorer.ts';

const USAGE = `Usage: test/gold/new TEXT --published YYYY-MM-DD [--name NAME] [--title TITLE] [--comment WHY] [--force]
       test/gold/new --check [NAME…]

Drafts a gold text from nashra's analysis of an invented text (a file, or - for standard input), or checks gold texts.

  --published DAY  the day the text says it was published
  --name NAME      name of the gold text (default: the file's name without its ending)
  --title TITLE    its title
  --comment WHY    why this text is here, and what is hard in it
  --folder DIR     where gold texts stand (default: test/gold/coding)
  --force          write over a gold text of that name
  --check          say what the gold texts named (all drafts, where none is) hold against the analysis
`;

function refuse(message: string): never {
  process.stderr.write(`test/gold/new: ${message}\n`);
  process.exit(2);
}

function settings() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        published: { type: 'string' },
        name: { type: 'string' },
        title: { type: 'string' },
        comment: { type: 'string' },
        folder: { type: 'string', default: CODING_GOLD },
        force: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

type Values = ReturnType<typeof settings>['values'];

async function draft(file: string, values: Values): Promise<void> {
  const published = DaySchema.safeParse(values.published);
  if (!published.success)
    refuse(
      `--published: expected the day of publication as YYYY-MM-DD, came ${values.published ?? 'nothing'}`,
    );
  const text = textOf(file);
  const name = values.name ?? (file === '-' ? undefined : basename(file).replace(/\.[^.]*$/, ''));
  if (name === undefined || !/^[\w-]+$/.test(name))
    refuse(`--name: expected letters, digits and hyphens, came ${name ?? 'nothing'}`);
  const target = join(values.folder, `${name}.yaml`);
  if (existsSync(target) && !values.force)
    refuse(`${target} is there already: choose another --name, or write over it with --force`);
  const head: Head = {
    published: published.data,
    title: values.title ?? null,
    comment: values.comment ?? 'say why this text is here, and what is hard in it',
    text,
  };
  const [pair] = await readGold([goldOf(name, head)]);
  const article = pair?.[1];
  if (article === undefined) throw new Error(`${name}: nothing came out of the analysis`);
  writeFileSync(target, draftOf(head, article));
  process.stdout.write(
    `${target}: a draft with ${counted(article.mentions.length, 'event')}; it counts in no score yet\n` +
      `read the text beside it: nashra analyze --published ${head.published} --format html ${file} > ${name}.html\n` +
      `then mend the draft, delete its line "draft: true", and look at what is left: test/gold/new --check ${name}\n`,
  );
}

function textOf(file: string): string {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return refuse(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return /\p{Script=Arabic}/u.test(text)
    ? text
    : refuse(`${file}: expected an Arabic text, found no Arabic letter`);
}

/** A gold text that expects nothing yet. */
function goldOf(name: string, { published, title, text }: Head): GoldText {
  return {
    name,
    draft: true,
    published,
    source: 'مصدر مختلق',
    ...(title === null ? {} : { title }),
    late: false,
    text,
    events: [],
    optional: [],
    places: {},
    placesOk: [],
    actors: [],
    actorsOk: [],
  };
}

async function check(names: readonly string[], folder: string): Promise<void> {
  const all = readAllGold(folder);
  const unknown = names.filter((name) => !all.some((gold) => gold.name === name));
  if (unknown.length > 0) refuse(`no gold text of the name ${unknown.join(', ')} in ${folder}`);
  const chosen = all.filter((gold) => (names.length > 0 ? names.includes(gold.name) : gold.draft));
  if (chosen.length === 0) process.stdout.write('no drafts\n');
  for (const pair of await readGold(chosen)) {
    const [gold] = pair;
    const { faults } = score([pair]);
    const state = gold.draft ? 'a draft, in no score yet' : 'gold';
    const held = faults.length === 0 ? 'the analysis says the same' : counted(faults.length, 'difference');
    process.stdout.write(`${gold.name}: ${state}; ${counted(gold.events.length, 'event')}; ${held}\n`);
    for (const fault of faults) process.stdout.write(`  ${faultLine(fault)}\n`);
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const { values, positionals } = settings();
const [file, ...more] = positionals;
if (values.help) process.stdout.write(USAGE);
else if (values.check) await check(positionals, values.folder);
else if (file === undefined || more.length > 0)
  refuse(`expected one text, came ${positionals.length}\n\n${USAGE}`);
else await draft(file, values);
