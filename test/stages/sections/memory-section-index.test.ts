import { MemorySectionIndex } from '../../../src/stages/sections/memory-section-index.ts';
import { sectionIndexSuite } from './section-index-suite.ts';

sectionIndexSuite('section index in memory', async () => new MemorySectionIndex());
