import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/package-root.ts';
import { confidenceOf, type Evidence } from '../../../src/stages/aggregation/confidence.ts';
import { exactly } from './invented.ts';

const PLAIN: Evidence = {
  independentSources: 1,
  sides: 0,
  claimedOnly: false,
  geoPrecision: 1,
  dayAssumed: false,
  killed: null,
};
const DOCS = readFileSync(join(PACKAGE_ROOT, 'docs', 'summaries.md'), 'utf8');

/** The rows of the table under a heading that speak of a change: «+0.10». */
function changesInDocs(): number[] {
  const section = DOCS.slice(DOCS.indexOf('## Confidence'), DOCS.indexOf('## Revisions'));
  return [...section.matchAll(/\| ([+−])(0\.\d\d) \|/g)].map(
    ([, sign, n]) => (sign === '+' ? 1 : -1) * Number(n),
  );
}

describe('confidenceOf', () => {
  it('is the rule that docs/summaries.md tells', () => {
    const bases = [1, 2, 3, 4].map((independentSources) => confidenceOf({ ...PLAIN, independentSources }));
    const [one, two, three, more] = bases.map((base) => base.toFixed(2));
    expect(DOCS).toContain(`1 → ${one}, 2 → ${two}, 3 → ${three}, 4 or more → ${more}`);
    const cases: Partial<Evidence>[] = [
      { sides: 2 },
      { claimedOnly: true },
      { geoPrecision: 3 },
      { dayAssumed: true },
      { killed: { low: 2, best: 2, high: 5, vague: null } },
    ];
    const plain = confidenceOf(PLAIN);
    const changes = cases.map(
      (change) => Math.round((confidenceOf({ ...PLAIN, ...change }) - plain) * 100) / 100,
    );
    expect(changesInDocs()).toEqual(changes);
  });

  it('stays within its bounds', () => {
    expect(confidenceOf({ ...PLAIN, independentSources: 9, sides: 3 })).toBe(0.95);
    const weak = { claimedOnly: true, geoPrecision: 3, dayAssumed: true, killed: { ...exactly(2), high: 9 } };
    expect(confidenceOf({ ...PLAIN, ...weak })).toBe(0.1);
  });

  it('does not hold an exact or a vague toll against an event', () => {
    expect(confidenceOf({ ...PLAIN, killed: exactly(3) })).toBe(0.5);
    expect(confidenceOf({ ...PLAIN, killed: { low: 3, best: 3, high: null, vague: 'قتلى' } })).toBe(0.5);
  });
});
