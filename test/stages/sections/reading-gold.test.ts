import { describe, expect, it } from 'vitest';
import { expectedReading, goldNames, goldText, read } from '../../gold/reading/reading-gold.ts';

describe('reading the gold texts', () => {
  it('has at least sixty of them', () => {
    expect(goldNames().length).toBeGreaterThanOrEqual(60);
  });

  it.each(goldNames())('%s', (name) => {
    expect(read(goldText(name))).toEqual(expectedReading(name));
  });
});
