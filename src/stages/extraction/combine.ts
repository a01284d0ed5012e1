/** Puts the findings of one event together: counts of different stretches add up, a running toll replaces. */
import type { Count, Mention } from '../../model/mention.ts';
import type { CasualtyFinding } from './findings.ts';

export type Toll = Pick<
  Mention,
  'killed' | 'injured' | 'abducted' | 'detained' | 'displaced' | 'groups' | 'running'
>;

/**
 * Stretches of one sentence add up; another sentence tells the same toll again, so that the better figure holds: an
 * exact one before a vague one, else the higher.
 */
export function combineCasualties(all: readonly Sentenced[]): Toll {
  const findings = withoutShared(all);
  let toll: Toll = NOTHING;
  let teller: string | null | undefined;
  for (let i = 0; i < findings.length; ) {
    const { speaker } = findings[i] as Sentenced;
    let part: Toll = NOTHING;
    const seen: CasualtyFinding[] = [];
    for (const start = i; goesOn(findings, i, start); i++) {
      const { finding } = findings[i] as Sentenced;
      if (seen.some((one) => isSame(one, finding))) continue;
      part = finding.running ? { ...part, ...told(finding), running: true } : add(part, finding);
      seen.push(finding);
    }
    if (toll === NOTHING) {
      toll = part;
      teller = speaker;
    } else if (part.running) toll = { ...toll, ...withoutNulls(part) };
    else if (isOfOthers(toll, seen)) for (const finding of seen) toll = add(toll, finding);
    else if (speaker !== undefined && teller !== undefined && isDisputed(toll, part, teller, speaker))
      toll = disputed(toll, part, teller, speaker);
    else toll = better(toll, part, findings[0]?.sentence === 0);
  }
  return toll;
}

/** Whether the finding goes on with those of its sentence: another source's figure does not. */
function goesOn(findings: readonly Sentenced[], at: number, start: number): boolean {
  const one = findings[at];
  return (
    one !== undefined && one.sentence === findings[start]?.sentence && !(at > start && one.finding.again)
  );
}

/** At most so many times the lower figure is the higher one of the same dead. */
const DISPUTE = 1.5;

/** «قتل 12 بحسب المرصد. وقالت سانا إن 10 قتلوا»: each tells its own exact figure of the same dead. */
function isDisputed(a: Toll, b: Toll, teller: string | null, speaker: string | null): boolean {
  if (teller === speaker || a.killed === null || b.killed === null) return false;
  if (!isExact(b.killed) || a.killed.low === null || a.killed.high === null) return false;
  const few = b.groups.children?.killed ?? b.groups.women?.killed ?? null;
  if (few !== null || (a.killed.low <= (b.killed.low ?? 0) && (b.killed.low ?? 0) <= a.killed.high))
    return false;
  const [low, high] = boundsOf(a.killed, b.killed);
  return high <= low * DISPUTE;
}

function boundsOf(a: Count, b: Count): [number, number] {
  return [Math.min(a.low ?? 0, b.low ?? 0), Math.max(a.high ?? 0, b.high ?? 0)];
}

/** The lowest and the highest, and as best the article's own, or the lowest where each is somebody's. */
function disputed(a: Toll, b: Toll, teller: string | null, speaker: string | null): Toll {
  const [low, high] = boundsOf(a.killed as Count, b.killed as Count);
  const own = teller === null ? a.killed?.best : speaker === null ? b.killed?.best : low;
  return { ...better(a, b, false), killed: { low, best: own ?? low, high, vague: null } };
}

function isExact({ low, high }: Count): boolean {
  return low !== null && low === high;
}

/** What was told for several places together says nothing more where the place's own toll is told. */
function withoutShared(findings: readonly Sentenced[]): readonly Sentenced[] {
  const own = findings.filter(({ shared }) => shared !== true);
  const tells = (kind: 'killed' | 'injured') => own.some(({ finding }) => finding[kind] !== null);
  if (own.length === findings.length || !(tells('killed') || tells('injured'))) return findings;
  return findings.filter(
    ({ shared, finding }) =>
      shared !== true ||
      !((finding.killed !== null && tells('killed')) || (finding.injured !== null && tells('injured'))),
  );
}

const FIGHTERS: ReadonlySet<string> = new Set([
  'government',
  'opposition',
  'isis',
  'hts',
  'sdf',
  'other_fighters',
]);

/** «قتل قيادي في قسد. وفقد طفل حياته في القصف»: other people, told for themselves, and no second count of the same. */
function isOfOthers(toll: Toll, findings: readonly CasualtyFinding[]): boolean {
  const before = sideOf(toll);
  return (
    before !== null &&
    findings.every((finding) => {
      const side = sideOf(finding);
      // «استشهاد 5 جنود أتراك. … مقتل خمسة من جنودها»: as many, and no others.
      return side !== null && side !== before && finding.killed?.low !== toll.killed?.low;
    })
  );
}

/** Whose dead they are, where all of them are of one side; «civilians» for all who do not fight. */
function sideOf({ killed, groups }: Pick<Toll, 'killed' | 'groups'>): string | null {
  if (killed === null || killed.best === null || killed.low !== killed.best) return null;
  const sides = (Object.keys(groups) as (keyof Mention['groups'])[]).filter(
    (side) => groups[side]?.killed != null,
  );
  const whole = sides.find((side) => groups[side]?.killed?.best === killed.best);
  if (whole === undefined || sides.some((side) => FIGHTERS.has(side) !== FIGHTERS.has(whole))) return null;
  return FIGHTERS.has(whole) ? whole : 'civilians';
}

const NOTHING: Toll = {
  killed: null,
  injured: null,
  abducted: null,
  detained: null,
  displaced: null,
  groups: {},
  running: false,
};

export interface Sentenced {
  readonly sentence: number;
  readonly finding: CasualtyFinding;
  readonly shared?: boolean | undefined;
  /** Who tells it; null where the article itself does. */
  readonly speaker?: string | null | undefined;
}

function withoutNulls(toll: Toll): Partial<Toll> {
  return Object.fromEntries(Object.entries(toll).filter(([, value]) => value !== null));
}

function better(a: Toll, b: Toll, headline: boolean): Toll {
  return {
    killed: pick(a.killed, b.killed, headline),
    injured: pick(a.injured, b.injured, headline),
    abducted: pick(a.abducted, b.abducted),
    detained: pick(a.detained, b.detained),
    displaced: pick(a.displaced, b.displaced),
    groups: { ...b.groups, ...a.groups },
    running: a.running || b.running,
  };
}

function pick(a: Count | null, b: Count | null, headline = false): Count | null {
  if (a === null || b === null) return a ?? b;
  // «مقتل 14 سوريا … قتل 14 مدنيا على الأقل»: headlines leave out that there may be more.
  if (headline && a.low === b.low && b.high === null && a.low === a.high) return b;
  const exact = (count: Count) => count.low !== null && count.low === count.high;
  if (exact(a) !== exact(b)) return exact(a) ? a : b;
  return (b.low ?? 0) > (a.low ?? 0) ? b : a;
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
  for (const name of Object.keys(finding.groups) as (keyof Mention['groups'])[]) {
    const counts = finding.groups[name];
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
