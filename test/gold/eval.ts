/**
 * `npm run eval -- [flags] [NAME…]`: scores event coding on the gold texts, slot by slot and rule by rule, beside the
 * baseline that every rule must beat, and against the committed floor.
 */
import { counted } from '../../src/cli/counted.ts';
import { eventGrammarOf } from '../../src/knowledge/events/load-grammar.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { type Change, changeLines, changes, figureTable, sank } from './against-floor.ts';
import { baselineArticle } from './baseline.ts';
import { type Miss, missesOf, type RuleScore, scoreRules, withQuotes } from './by-rule.ts';
import { type GoldText, readAllGold } from './coding-gold.ts';
import { chosen, type EvalOptions, known, readOptions, USAGE, WrongUse } from './eval-options.ts';
import { ruleLines, slotLines } from './fault-lists.ts';
import { type Fault, SLOTS } from './faults.ts';
import { floorOf, readFloor, readKnowledgeFloor, writeFloor } from './floor.ts';
import { readKnowledgeGold, scoreKnowledge } from './knowledge-gold.ts';
import { readGold } from './run-coding.ts';
import { score } from './scorer.ts';

/** Examples of each kind where all were not asked for. */
const EXAMPLES = 1;

const CORE = 'places, actors, weapons and sources by themselves (test/gold/knowledge)';

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function isWhole({ names, late }: EvalOptions): boolean {
  return names.length === 0 && !late;
}

/** The faults that were asked for: of rules, of slots, or a look at both. */
function lists(
  rules: readonly RuleScore[],
  faults: readonly Fault[],
  misses: readonly Miss[],
  asked: EvalOptions,
) {
  const { rules: ids, slots } = asked;
  const own = ids.length === 0 ? faults : faults.filter(({ rule }) => rule !== null && ids.includes(rule));
  if (slots.length > 0) return slotLines(own, slots, Infinity);
  const examples = asked.faults || asked.names.length > 0 ? Infinity : EXAMPLES;
  if (ids.length > 0) {
    const some = rules.filter(({ id }) => ids.includes(id));
    return ruleLines(some, [], { examples: Infinity, wrong: true, whole: isWhole(asked) });
  }
  const details = SLOTS.filter((slot) => slot !== 'events');
  const shown = { examples, wrong: false, whole: isWhole(asked) };
  return [...ruleLines(rules, misses, shown), ...slotLines(own, details, examples)];
}

async function evaluate(asked: EvalOptions): Promise<void> {
  const all = readAllGold();
  const texts = chosen(all, asked);
  const knowledge = loadKnowledge();
  const grammar = eventGrammarOf(knowledge);
  const ids = grammar.rules.map(({ id }) => id);
  known('rule', asked.rules, ids);
  const pairs = await readGold(texts);
  const found = score(pairs);
  const baseline = score(pairs.map(([gold, article]) => [gold, baselineArticle(article)] as const));
  const figures = {
    slots: found.slots,
    baseline: baseline.slots,
    floor: isWhole(asked) ? readFloor().f1 : null,
  };
  print([headline(texts, all), '', ...figureTable(figures)]);
  const core = isWhole(asked) ? scoreKnowledge(readKnowledgeGold(), knowledge) : null;
  const coreFigures = core && { slots: core.slots, baseline: null, floor: readKnowledgeFloor() };
  if (coreFigures) print(['', CORE, ...figureTable(coreFigures), ...core.notes]);
  const misses = missesOf(found, new Map(pairs.map(([{ name }, { text }]) => [name, text])), grammar);
  const faults = withQuotes(found.faults, misses);
  print(['', ...lists(scoreRules(found, baseline, misses, ids), faults, misses, asked)]);
  if (coreFigures === null) return;
  if (asked.update) writeFloor(floorOf(found, texts.length));
  conclude([...changes(figures), ...changes(coreFigures, 'knowledge: ').filter(sank)], asked.update);
}

function headline(texts: readonly GoldText[], all: readonly GoldText[]): string {
  const events = texts.reduce((sum, { events }) => sum + events.length, 0);
  const drafts = all.filter(({ draft }) => draft).map(({ name }) => name);
  const leftOut = drafts.length > 0 ? `; drafts left out: ${drafts.join(', ')}` : '';
  return `${counted(texts.length, 'text')}, ${counted(events, 'event')}${leftOut}`;
}

/** What rose and what sank; a figure below the floor is a failure unless the floor was to be moved. */
function conclude(changed: readonly Change[], updated: boolean): void {
  print(['', ...changeLines(changed)]);
  if (updated) print(['the floor is now at the figures of this run: test/gold/floor.json']);
  else if (changed.some(sank)) process.exitCode = 1;
  else if (changed.length > 0) print(['lift the floor: npm run eval -- --update']);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`npm run eval | head`): that is a normal end.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
try {
  const asked = readOptions(process.argv.slice(2));
  if (asked === null) process.stdout.write(USAGE);
  else await evaluate(asked);
} catch (error) {
  if (!(error instanceof WrongUse)) throw error;
  process.stderr.write(`npm run eval: ${error.message}\n(npm run eval -- --help tells all flags)\n`);
  process.exitCode = 2;
}
