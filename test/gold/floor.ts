/** The committed floor: F1 per slot that no change may sink below. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../../src/package-root.ts';
import { type Score, SLOTS, type Slot } from './scorer.ts';

const FLOOR_FILE = join(PACKAGE_ROOT, 'test/gold/floor.json');
const FloorSchema = z.strictObject({ texts: z.int(), f1: z.record(z.enum(SLOTS), z.number()) });
export type Floor = z.infer<typeof FloorSchema>;

export function readFloor(): Floor {
  return FloorSchema.parse(JSON.parse(readFileSync(FLOOR_FILE, 'utf8')));
}

/** F1 rounded down to three places, so that the floor itself is reached by the run that wrote it. */
export function floorOf(score: Score, texts: number): Floor {
  const f1 = Object.fromEntries(
    SLOTS.map((slot) => [slot, Math.floor(score.slots[slot].f1 * 1000) / 1000] as const),
  ) as Record<Slot, number>;
  return { texts, f1 };
}

export function writeFloor(floor: Floor): void {
  writeFileSync(FLOOR_FILE, `${JSON.stringify(floor, null, 2)}\n`);
}
