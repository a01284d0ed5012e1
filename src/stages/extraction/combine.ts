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
  const findings = withoutRecalled(withoutShared(all));
  let toll: Toll = NOTHING;
  let teller: string | null | undefined;
  for (let i = 0; i < findings.length; ) {
    const { speaker, contrasted = false } = findings[i] as Sentenced;
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
    } else {
      const range = isRunningOn(part, teller, speaker)
        ? null
        : disputed(toll, part, { teller, speaker, contrasted });
      const added = range === null ? oneMore(toll, seen) : null;
      if (range !== null) toll = range;
      else if (added !== null) toll = added;
      else if (part.running) toll = { ...toll, ...withoutNulls(risen(toll, part)) };
      else if (isOfOthers(toll, seen)) for (const finding of seen) toll = add(toll, finding);
      else {
        toll = better(toll, part, findings[0]?.sentence === 0);
        if (toll.killed !== null && toll.killed === part.killed) teller = speaker;
      }
    }
  }
  return toll;
}

/** «وكان المرصد أفاد عن مقتل 43»: recalled, it says nothing more where the event's toll of today is told. */
function withoutRecalled(findings: readonly Sentenced[]): readonly Sentenced[] {
  if (!findings.some(({ finding }) => finding.recalled)) return findings;
  const now = findings.filter(({ finding }) => !finding.recalled);
  const tells = (kind: 'killed' | 'injured') => now.some(({ finding }) => finding[kind] !== null);
  return findings.filter(
    ({ finding }) => !finding.recalled || !tells(finding.killed === null ? 'injured' : 'killed'),
  );
}

/** «… مقتل ثلاثة. وتوفي رابع متأثرا بجراحه»: one on top of as many as were told before; null where none is. */
function oneMore(toll: Toll, [finding, another]: readonly CasualtyFinding[]): Toll | null {
  if (finding?.rank == null || another !== undefined || toll.killed === null) return null;
  return toll.killed.high === finding.rank - 1 ? add(toll, finding) : null;
}

/** Whether the finding goes on with those of its sentence: another source's figure does not. */
function goesOn(findings: readonly Sentenced[], at: number, start: number): boolean {
  const one = findings[at];
  return (
    one !== undefined && one.sentence === findings[start]?.sentence && !(at > start && one.finding.again)
  );
}

/** At most so many times the lower figure is the higher one of the same people. */
export const DISPUTE = 1.5;
/** … and where the words themselves set one figure against the other. */
const CONTRAST = 4;
/** What a bare plural, tens and hundreds count at least: no figures that anything could differ from. */
export const VAGUE: ReadonlySet<number> = new Set([3, 10, 100]);

type Speaker = string | null | undefined;

/** Who told the figure before, who tells the one after, and whether this is set against that. */
interface Voices {
  readonly teller: Speaker;
  readonly speaker: Speaker;
  readonly contrasted: boolean;
}

/** A toll that has risen replaces what was told before, unless each is somebody else's figure. */
function isRunningOn({ running }: Toll, teller: Speaker, speaker: Speaker): boolean {
  return running && (teller == null || speaker == null || teller === speaker);
}

/** A toll only rises: of two running ones the lower was told earlier («قبل أن تصل الحصيلة إلى 26»). */
function risen(toll: Toll, part: Toll): Toll {
  const isEarlier = toll.running && (part.killed?.low ?? 0) < (toll.killed?.low ?? 0);
  return isEarlier ? { ...part, killed: toll.killed, injured: toll.injured ?? part.injured } : part;
}

/** «قتل 12 بحسب المرصد. وقالت سانا إن 10 قتلوا»: each tells an exact figure of the same people; null where none differ. */
function disputed(a: Toll, b: Toll, voices: Voices): Toll | null {
  const { teller, speaker } = voices;
  if (teller === undefined || speaker === undefined || teller === speaker) return null;
  if (a.killed === null || b.killed === null) return null;
  // «وقالت سانا إن ثلاثة أطفال قتلوا»: some of them.
  const few = b.groups.children?.killed ?? b.groups.women?.killed ?? null;
  if (few !== null && few.low === b.killed.low) return null;
  const killed = range(a.killed, b.killed, voices);
  const injured = range(a.injured, b.injured, voices);
  if (killed === null && (injured === null || !areAlike(a.killed, b.killed))) return null;
  const both = better(a, b, false);
  return { ...both, killed: killed ?? both.killed, injured: injured ?? both.injured };
}

/** The lowest and the highest, and as best the article's own, or the lowest where each is somebody's. */
function range(a: Count | null, b: Count | null, { teller, speaker, contrasted }: Voices): Count | null {
  if (a?.low == null || b?.low == null || !isExact(b) || (a.high === null && VAGUE.has(a.low))) return null;
  const top = a.high ?? a.low;
  if (a.low <= b.low && b.low <= top) return null;
  const [low, high] = [Math.min(a.low, b.low), Math.max(top, b.low)];
  if (high > low * (contrasted ? CONTRAST : DISPUTE)) return null;
  const own = teller === null ? a.best : speaker === null ? b.best : low;
  return { low, best: own ?? low, high, vague: null };
}

export function areAlike(a: Count, b: Count | null | undefined): boolean {
  return b != null && a.low === b.low && a.high === b.high;
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
  /** «من جانبه قال …», «غير أن …»: told against what was told before. */
  readonly contrasted?: boolean | undefined;
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
  // «نجا الوزير دون أن يصاب بأذى»: of one, where others died.
  if ((a.high === 0) !== (b.high === 0)) return a.high === 0 ? b : a;
  const told = ({ low, high, vague }: Count) =>
    low !== null && (low === high || (high !== null && vague === null));
  if (told(a) !== told(b)) return told(a) ? a : b;
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
