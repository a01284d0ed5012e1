/** `npm run eval` as an analyst runs it, and the counting behind it. */
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventGrammarOf } from '../../src/knowledge/events/load-grammar.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { PACKAGE_ROOT } from '../../src/package-root.ts';
import { changeLines, changes, sank } from './against-floor.ts';
import { earnsItsPlace } from './by-rule.ts';
import { type GoldEvent, readAllGold, readCodingGold } from './coding-gold.ts';
import { couldTell } from './could-tell.ts';
import { chosen, known, readOptions, USAGE, WrongUse } from './eval-options.ts';
import { slotLines } from './fault-lists.ts';
import { Tally } from './tally.ts';
import { COLUMNS, fitted, widthOf } from './terminal.ts';

const alarm = {
  slot: 'events',
  kind: 'extra',
  text: 't',
  what: '',
  rule: 'one',
  quote: '',
  event: null,
} as const;

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'eval', '--', ...args], {
    cwd: PACKAGE_ROOT,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  return { status, stdout, stderr };
}

describe('a run over all gold texts', () => {
  let whole: ReturnType<typeof run>;
  beforeAll(() => {
    whole = run();
  });

  it('prints slots, rules and what changed against the floor', () => {
    expect(whole.stderr).toBe('');
    expect(whole.stdout).toMatch(/^\d+ texts, \d+ events\n/);
    expect(whole.stdout).toMatch(/^slot +P +R +F1 +gold +right +false +missed +baseline F1 +floor +change$/m);
    expect(whole.stdout).toMatch(/^rule +right +false +missed +wrong +baseline$/m);
    expect(whole.stdout).toMatch(/^bombardment: \d+ right, \d+ false, \d+ missed, \d+ wrong$/m);
    expect(whole.stdout).toMatch(/^roles: \d+ wrong, by /m);
    expect(whole.stdout).toMatch(/^against the floor(: no change|\n {2}(rose|sank) {2}\w+.*)$/m);
  });

  it('fails where a figure sank, and only there', () => {
    expect(whole.status).toBe(/^ {2}sank {2}/m.test(whole.stdout) ? 1 : 0);
  });

  it('fits a terminal of 120 columns', () => {
    expect(whole.stdout.split('\n').filter((line) => widthOf(line) > COLUMNS)).toEqual([]);
  });

  it('counts every false alarm under one rule', () => {
    const sum = [...whole.stdout.matchAll(/^[a-z-]+: \d+ right, (\d+) false/gm)].reduce(
      (n, [, of]) => n + Number(of),
      0,
    );
    const events = /^events +\S+ +\S+ +\S+ +\d+ +\d+ +(\d+)/m.exec(whole.stdout)?.[1];
    expect(sum).toBe(Number(events));
  });
});

describe('a closer look', () => {
  it('shows every fault of one text and leaves the floor alone', () => {
    const { status, stdout } = run('a02-agency');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^1 text, \d+ events$/m);
    expect(stdout).not.toContain('floor');
    expect(stdout).not.toContain('more: npm run eval');
  });

  it('shows what one rule gets wrong', () => {
    const { stdout } = run('--rule', 'bombardment', 'c14');
    expect(stdout).toMatch(/^bombardment: /m);
    expect(stdout).not.toMatch(/^(clash|roles): /m);
  });

  it('shows what is wrong in one slot', () => {
    const fault = {
      ...alarm,
      slot: 'roles',
      kind: 'wrong',
      what: 'attack داريا',
      quote: 'قتل مدني',
    } as const;
    expect(slotLines([fault, alarm], ['roles', 'day'], 1)).toEqual([
      '',
      'roles: 1 wrong, by one 1',
      '  t attack داريا [one]',
      '      «قتل مدني»',
    ]);
    expect(slotLines([fault, fault], ['roles'], 1).at(-1)).toBe('  … 1 more: npm run eval -- --slot roles');
  });

  it('tells its flags', () => {
    expect(run('--help')).toEqual({ status: 0, stdout: USAGE, stderr: '' });
    expect(readOptions(['-h'])).toBeNull();
    for (const told of ['--rule', '--slot', '--faults', '--late', '--update', 'Examples:', 'Exit codes:'])
      expect(USAGE).toContain(told);
  });
});

describe('wrong use', () => {
  const rules = ['bombardment', 'clash'];
  const ask = (words: readonly string[]) => {
    const asked = readOptions(words);
    if (asked === null) throw new Error('help was asked for');
    known('rule', asked.rules, rules);
    return chosen(readAllGold(), asked);
  };

  it.each([
    [['--rules'], /^Unknown option '--rules'\nknown flags: --rule --slot/],
    [['--rule'], /--rule <value>' argument missing\nknown flags/],
    [['--rule', 'bombing'], /^no rule bombing; known:\n {2}bombardment {2}clash$/],
    [['--slot', 'role'], /^no slot role; known:\n.*\broles\b/s],
    [['a01', 'nothing'], /^no gold text nothing; known:\n {2}a01-bulletin-2013-all/],
    [['--late', 'a01'], /^--late: none of these was written after the rules:\n {2}a01/],
    [['--update', 'a01'], /^--update: the floor is of all texts/],
  ])('%j is told with what is known', (words, message) => {
    expect(() => ask(words)).toThrow(WrongUse);
    expect(() => ask(words)).toThrow(message);
  });

  it('exits 2, prints nothing on standard output and no stack', () => {
    const { status, stdout, stderr } = run('nothing');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^npm run eval: no gold text nothing; known:\n/);
    expect(stderr).toMatch(/\(npm run eval -- --help tells all flags\)\n$/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('what changed against the floor', () => {
  const tally = new Tally();
  [tally.hits, tally.misses] = [9, 2];

  it('is told by slot, and only downwards fails', () => {
    const figures = (floor: number) => ({
      slots: { events: tally },
      baseline: null,
      floor: { events: floor },
    });
    expect(changes(figures(0.9))).toEqual([]);
    const line = (floor: number) => changeLines(changes(figures(floor))).at(-1);
    expect(line(0.9)).toBe('against the floor: no change');
    expect(line(0.95)).toMatch(/^ {2}sank {2}events +0\.950 → 0\.900 +−0\.050$/);
    expect(line(0.85)).toMatch(/^ {2}rose {2}events +0\.850 → 0\.900 +\+0\.050$/);
    expect([0.85, 0.95].map((floor) => changes(figures(floor)).some(sank))).toEqual([false, true]);
  });
});

describe('rules', () => {
  const rule = { id: 'one', misses: [], wrong: [] };

  it('earn their place by more right beyond the baseline than false', () => {
    expect(earnsItsPlace({ ...rule, right: 3, baseline: 1, falseAlarms: [alarm] })).toBe(true);
    expect(earnsItsPlace({ ...rule, right: 3, baseline: 2, falseAlarms: [alarm] })).toBe(false);
    expect(earnsItsPlace({ ...rule, right: 0, baseline: 0, falseAlarms: [] })).toBe(true);
  });

  it('could have told a miss where a word of theirs stands beside the place', () => {
    const [gold] = readCodingGold().flatMap(({ events }) => events);
    const event: GoldEvent = {
      ...(gold as GoldEvent),
      place: 'داريا',
      placeOk: [],
      type: 'air_drone_strike',
      typeOk: [],
    };
    const text = 'قصف مدفعي على حرستا.\nوألقى الطيران المروحي براميل متفجرة على داريا.';
    const told = couldTell(event, text, eventGrammarOf(loadKnowledge()));
    expect(told.quote).toBe('وألقى الطيران المروحي براميل متفجرة على داريا.');
    expect(told.rules).toContain('bombs-dropped');
    expect(couldTell(event, 'ساد الهدوء مدينة داريا.', eventGrammarOf(loadKnowledge())).rules).toEqual([]);
  });
});

describe('lines', () => {
  it('are cut to their columns, marks above letters not counted', () => {
    expect(widthOf('قُتِلَ')).toBe(3);
    expect(fitted('قصف\nعنيف جدا', 9)).toBe('قصف عنيف…');
  });
});
