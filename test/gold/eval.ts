/**
 * `npm run eval [-- --late|--faults|--update] [NAME…]`: scores event coding on the gold texts, slot by slot, beside the
 * baseline that every rule must beat, and against the committed floor.
 */
import Table from 'cli-table3';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { baselineArticle } from './baseline.ts';
import { type GoldText, readAllGold, readCodingGold } from './coding-gold.ts';
import { floorOf, readFloor, writeFloor } from './floor.ts';
import { readKnowledgeGold, scoreKnowledge, showKnowledge } from './knowledge-gold.ts';
import { readGold } from './run-coding.ts';
import { type Score, SLOTS, score } from './scorer.ts';

const figure = (value: number) => value.toFixed(3);

function table(found: Score, baseline: Score): string {
  const rows = new Table({
    head: ['slot', 'P', 'R', 'F1', 'n', 'baseline F1', 'floor'],
    style: { head: [], border: [], compact: true },
  });
  const floor = readFloor();
  for (const slot of SLOTS) {
    const tally = found.slots[slot];
    rows.push([
      slot,
      figure(tally.precision),
      figure(tally.recall),
      figure(tally.f1),
      tally.total,
      figure(baseline.slots[slot].f1),
      figure(floor.f1[slot] ?? 0),
    ]);
  }
  return rows.toString();
}

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = (gold: GoldText) =>
  (names.length === 0 || names.some((name) => gold.name.startsWith(name))) &&
  (!flags.includes('--late') || gold.late);

const texts = readCodingGold().filter(wanted);
const drafts = readAllGold().filter(({ draft }) => draft);
if (drafts.length > 0) console.log(`drafts left out: ${drafts.map(({ name }) => name).join(', ')}`);
const pairs = await readGold(texts);
const found = score(pairs);
const baseline = score(pairs.map(([gold, article]) => [gold, baselineArticle(article)] as const));
if (names.length > 0 || flags.includes('--faults')) for (const fault of found.faults) console.log(fault);
const events = texts.reduce((sum, { events }) => sum + events.length, 0);
console.log(`${texts.length} texts, ${events} events`);
console.log(table(found, baseline));
if (names.length === 0) console.log(showKnowledge(scoreKnowledge(readKnowledgeGold(), loadKnowledge())));
if (flags.includes('--update')) writeFloor(floorOf(found, texts.length));
else if (names.length === 0 && !flags.includes('--late')) {
  const floor = readFloor();
  const sunk = SLOTS.filter((slot) => found.slots[slot].f1 < (floor.f1[slot] ?? 0) - 1e-9);
  if (sunk.length > 0) {
    console.log(`below the floor: ${sunk.join(', ')}`);
    process.exitCode = 1;
  }
}
