/**
 * Several tellings of one event's toll → one range. A running toll takes the place of what was told before it; a voice
 * counts once, with its latest word; voices that differ give low and high. Nothing is ever added up.
 */
import type { Count, GroupCounts, Mention } from '../../model/mention.ts';
import { CASUALTY_GROUPS, type CasualtyGroup } from '../../model/vocabulary.ts';
import type { Told } from './told.ts';

interface Statement {
  readonly count: Count;
  readonly told: Told;
  readonly voice: string;
}

/** Tellings of one event with their voices, in order of publication. */
export interface Testimony {
  readonly told: readonly Told[];
  readonly voices: readonly string[];
}

/** The range of one kind of count over all tellings; null where nobody tells it. */
export function reconcile(
  testimony: Testimony,
  pick: (mention: Mention) => Count | null | undefined,
): Count | null {
  const statements = testimony.told.flatMap((told, index): Statement[] => {
    const count = pick(told.mention);
    return count ? [{ count, told, voice: testimony.voices[index] as string }] : [];
  });
  return combine(lastWords(afterRunning(statements)));
}

/** The counts by group of people, each reconciled on its own. */
export function reconcileGroups(testimony: Testimony): Partial<Record<CasualtyGroup, GroupCounts>> {
  const groups: Partial<Record<CasualtyGroup, GroupCounts>> = {};
  for (const group of CASUALTY_GROUPS) {
    const killed = reconcile(testimony, ({ groups: g }) => g[group]?.killed);
    const injured = reconcile(testimony, ({ groups: g }) => g[group]?.injured);
    if (killed || injured) groups[group] = { ...(killed && { killed }), ...(injured && { injured }) };
  }
  return groups;
}

function size(count: Count): number {
  return count.best ?? count.low ?? count.high ?? 0;
}

function isExact(count: Count): boolean {
  return count.best !== null && count.low === count.best && count.high === count.best;
}

/** Drops what a later running toll («ارتفعت الحصيلة إلى») takes the place of. */
function afterRunning(statements: readonly Statement[]): readonly Statement[] {
  const last = statements.findLastIndex(({ told }) => told.mention.running);
  const running = statements[last];
  if (!running) return statements;
  return statements.filter((s, index) => index >= last || size(s.count) > size(running.count));
}

/** One statement a voice: the latest article of whoever spoke first, and in it the fullest exact figure. */
function lastWords(statements: readonly Statement[]): Statement[] {
  const byVoice = new Map<string, Statement[]>();
  for (const statement of statements) {
    const known = byVoice.get(statement.voice);
    if (known) known.push(statement);
    else byVoice.set(statement.voice, [statement]);
  }
  return [...byVoice.values()].map((said) => {
    const source = said[0]?.told.family.member.source;
    const own = said.filter(({ told }) => told.family.member.source === source);
    const latest = own.at(-1)?.told.family.member.id;
    const words = own.filter(({ told }) => told.family.member.id === latest);
    const exact = words.filter(({ count }) => isExact(count));
    return fullest(exact.length > 0 ? exact : words);
  });
}

function fullest(statements: readonly Statement[]): Statement {
  return statements.reduce((best, s) => (size(s.count) > size(best.count) ? s : best));
}

function combine(words: readonly Statement[]): Count | null {
  const [only] = words;
  if (!only) return null;
  if (words.length === 1) return only.count;
  const exact = words.filter(({ count }) => isExact(count));
  const base = exact.length > 0 ? exact : words;
  const best = bestOf(base);
  const lows = base.flatMap(({ count }) => count.low ?? []);
  const highs = base.map(({ count }) => count.high);
  const ceiling = highs.includes(null) ? null : Math.max(...(highs as number[]));
  const beyond = words.some(({ count }) => ceiling !== null && (count.low ?? 0) > ceiling);
  return {
    low: lows.length > 0 ? Math.min(...lows) : null,
    best: best.count.best,
    high: beyond ? null : ceiling,
    vague: best.count.vague,
  };
}

/** An article's own figure before one that is somebody's; of several the lowest. */
function bestOf(words: readonly Statement[]): Statement {
  const own = words.filter(
    ({ told: { mention } }) => mention.attribution === null && mention.modality === 'reported',
  );
  const candidates = own.length > 0 ? own : words;
  return candidates.reduce((best, s) => (size(s.count) < size(best.count) ? s : best));
}

/** The sum over events: a null bound of one makes the sum's high unknown; what is untold adds nothing. */
export function sumCounts(counts: readonly (Count | null | undefined)[]): Count | null {
  const told = counts.filter((count) => count !== null && count !== undefined);
  if (told.length === 0) return null;
  const sum = (value: (count: Count) => number) => told.reduce((total, count) => total + value(count), 0);
  const open = told.some(({ high }) => high === null);
  return {
    low: sum(({ low }) => low ?? 0),
    best: sum(({ best, low, high }) => best ?? low ?? high ?? 0),
    high: open ? null : sum(({ high }) => high ?? 0),
    vague: null,
  };
}
