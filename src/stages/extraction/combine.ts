/** Puts the findings of one event together: counts of different stretches add up, a running toll replaces. */
import type { Count, Mention } from '../../model/mention.ts';
import type { CasualtyFinding } from './findings.ts';

export type Toll = Pick<
  Mention,
  'killed' | 'injured' | 'abducted' | 'detained' | 'displaced' | 'groups' | 'running'
>;

export function combineCasualties(findings: readonly CasualtyFinding[]): Toll {
  let toll: Toll = {
    killed: null,
    injured: null,
    abducted: null,
    detained: null,
    displaced: null,
    groups: {},
    running: false,
  };
  const seen: CasualtyFinding[] = [];
  for (const finding of findings) {
    if (seen.some((one) => isSame(one, finding))) continue;
    toll = finding.running ? { ...toll, ...told(finding), running: true } : add(toll, finding);
    seen.push(finding);
  }
  return toll;
}

/** The same numbers again are the same people told twice. */
function isSame(a: CasualtyFinding, b: CasualtyFinding): boolean {
  const equal = (x: Count | null, y: Count | null) =>
    x === null || y === null || (x.low === y.low && x.high === y.high);
  const shares = (a.killed !== null && b.killed !== null) || (a.injured !== null && b.injured !== null);
  return shares && equal(a.killed, b.killed) && equal(a.injured, b.injured);
}

function told(finding: CasualtyFinding): Partial<Toll> {
  const { killed, injured, groups } = finding;
  return { ...(killed ? { killed } : {}), ...(injured ? { injured } : {}), groups };
}

function add(toll: Toll, finding: CasualtyFinding): Toll {
  const groups: Mention['groups'] = { ...toll.groups };
  for (const [name, counts] of Object.entries(finding.groups) as [
    keyof Mention['groups'],
    NonNullable<Mention['groups'][keyof Mention['groups']]>,
  ][]) {
    const before = groups[name];
    groups[name] = {
      killed: sum(before?.killed ?? null, counts?.killed ?? null),
      injured: sum(before?.injured ?? null, counts?.injured ?? null),
    };
  }
  return {
    killed: sum(toll.killed, finding.killed),
    injured: sum(toll.injured, finding.injured),
    abducted: sum(toll.abducted, finding.abducted),
    detained: sum(toll.detained, finding.detained),
    displaced: sum(toll.displaced, finding.displaced),
    groups,
    running: toll.running || finding.running,
  };
}

function sum(a: Count | null, b: Count | null): Count | null {
  if (a === null || b === null) return a ?? b;
  const plus = (x: number | null, y: number | null) => (x === null || y === null ? null : x + y);
  const vague = [a.vague, b.vague].filter((words) => words !== null).join(' ');
  return {
    low: plus(a.low, b.low),
    best: plus(a.best, b.best),
    high: plus(a.high, b.high),
    vague: vague || null,
  };
}
