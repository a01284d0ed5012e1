/** The faults of a score in words, by rule and by slot, counts first. */
import { earnsItsPlace, type Miss, type RuleScore } from './by-rule.ts';
import type { Fault, Slot } from './faults.ts';
import { COLUMNS, columns, fitted, wrapped } from './terminal.ts';

/** How many examples of a kind are shown; Infinity for all. */
export interface Shown {
  readonly examples: number;
  /** Wrong slots are listed under their rule too. */
  readonly wrong: boolean;
  /** All of the gold was read: rules that no event sets off are named, and those that do not earn their place marked. */
  readonly whole: boolean;
}

/** Columns of the mark that tells how something is wrong. */
const MARK = 8;

const RULES_HEAD = `rules: right = events told rightly (baseline = of these, told without any grammar too) · false = told, not in the gold
missed = it tells such events, and a word that sets it off stands beside the place · wrong = slots of its right events`;

/** A table of all rules that the gold sets off, then the faults of each. */
export function ruleLines(rules: readonly RuleScore[], misses: readonly Miss[], shown: Shown): string[] {
  const told = rules.filter((rule) => rule.right + rule.falseAlarms.length + rule.misses.length > 0);
  const judged = (rule: RuleScore) => !shown.whole || earnsItsPlace(rule);
  const rows = told.map((rule) => [rule.id, ...countsOf(rule), judged(rule) ? '' : '!']);
  const silent = rules.filter((rule) => !told.includes(rule)).map(({ id }) => id);
  const wordless = misses.filter(({ rules: could }) => could.length === 0);
  return [
    ...RULES_HEAD.split('\n'),
    '',
    ...columns(['rule', 'right', 'false', 'missed', 'wrong', 'baseline', ''], rows),
    ...(told.every(judged)
      ? []
      : ['! no more right beyond the baseline than false: it does not earn its place']),
    ...(shown.whole && silent.length > 0
      ? ['', 'no event of the gold sets off:', ...wrapped(silent).split('\n')]
      : []),
    ...told.flatMap((rule) => faultsOfRule(rule, shown)),
    ...(wordless.length > 0 ? ['', `${wordless.length} missed that no rule's word tells`] : []),
    ...limited(wordless.map(missLines), shown.examples, '--faults'),
  ];
}

function countsOf({ right, falseAlarms, misses, wrong, baseline }: RuleScore): string[] {
  return [right, falseAlarms.length, misses.length, wrong.length, baseline].map(String);
}

function faultsOfRule(rule: RuleScore, { examples, wrong }: Shown): string[] {
  const { id, right, falseAlarms, misses } = rule;
  const slots = wrong ? rule.wrong : [];
  if (falseAlarms.length + misses.length + slots.length === 0) return [];
  const head = `${id}: ${right} right, ${falseAlarms.length} false, ${misses.length} missed, ${rule.wrong.length} wrong`;
  const more = `--rule ${id}`;
  return [
    '',
    head,
    ...limited(
      falseAlarms.map((one) => faultLines('false', one)),
      examples,
      more,
    ),
    ...limited(misses.map(missLines), examples, more),
    ...limited(
      slots.map((one) => faultLines(one.slot, one)),
      examples,
      more,
    ),
  ];
}

/** The slots below events, each with its count, the rules that get it wrong most often, and examples. */
export function slotLines(faults: readonly Fault[], slots: readonly Slot[], examples: number): string[] {
  return slots.flatMap((slot) => {
    const own = faults.filter((fault) => fault.slot === slot);
    if (own.length === 0) return [];
    const lines = own.map((one) =>
      faultLines(one.kind === 'extra' ? 'false' : one.kind === 'miss' ? 'missed' : '', one),
    );
    return [
      '',
      `${slot}: ${own.length} wrong${worstRules(own)}`,
      ...limited(lines, examples, `--slot ${slot.includes(' ') ? `"${slot}"` : slot}`),
    ];
  });
}

function worstRules(faults: readonly Fault[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of faults) if (rule !== null) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const worst = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 5);
  return worst.length === 0 ? '' : `, by ${worst.map(([rule, n]) => `${rule} ${n}`).join(', ')}`;
}

function missLines({ fault, quote }: Miss): string[] {
  return faultLines('missed', { ...fault, quote });
}

/** Where and what on one line, the words of the text on the next: Arabic reads best alone. */
function faultLines(mark: string, { text, what, rule, kind, quote }: Fault): string[] {
  const by = kind === 'wrong' && rule !== null && mark === '' ? ` [${rule}]` : '';
  const label = mark === '' ? '' : `${mark.padEnd(MARK)}  `;
  const first = fitted(`${text}  ${what}${by}`, COLUMNS - 2 - label.length);
  return [`  ${label}${first}`, ...(quote === '' ? [] : [`      «${fitted(quote, COLUMNS - 8)}»`])];
}

function limited(blocks: readonly (readonly string[])[], most: number, more: string): string[] {
  const rest = blocks.length - most;
  return [
    ...blocks.slice(0, most).flat(),
    ...(rest > 0 ? [`  … ${rest} more: npm run eval -- ${more}`] : []),
  ];
}
