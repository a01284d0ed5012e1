/** The committed floor: F1 per slot that no change may sink below. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../../src/package-root.ts';
import { floored } from './against-floor.ts';
import { SLOTS, type Slot } from './faults.ts';
import type { Score } from './scorer.ts';

const FLOOR_FILE = join(PACKAGE_ROOT, 'test/gold/floor.json');
const FloorSchema = z.strictObject({ texts: z.int(), f1: z.record(z.enum(SLOTS), z.number()) });
export type Floor = z.infer<typeof FloorSchema>;

export function readFloor(): Floor {
  return FloorSchema.parse(JSON.parse(readFileSync(FLOOR_FILE, 'utf8')));
}

/** The figures of a run as a floor. */
export function floorOf(score: Score, texts: number): Floor {
  const f1 = Object.fromEntries(
    SLOTS.map((slot) => [slot, floored(score.slots[slot].f1)] as const),
  ) as Record<Slot, number>;
  return { texts, f1 };
}

export function writeFloor(floor: Floor): void {
  writeFileSync(FLOOR_FILE, `${JSON.stringify(floor, null, 2)}\n`);
}

const KNOWLEDGE_FLOOR_FILE = join(PACKAGE_ROOT, 'test/gold/knowledge-floor.json');

/** F1 per slot of the knowledge core that no change may sink below; set by hand. */
export function readKnowledgeFloor(): Record<string, number> {
  return z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(KNOWLEDGE_FLOOR_FILE, 'utf8')));
}
