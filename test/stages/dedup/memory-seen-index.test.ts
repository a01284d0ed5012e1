import { MemorySeenIndex } from '../../../src/stages/dedup/memory-seen-index.ts';
import { seenIndexSuite } from './seen-index-suite.ts';

seenIndexSuite('seen index in memory', async (clock) => new MemorySeenIndex({ now: () => clock.now }));
