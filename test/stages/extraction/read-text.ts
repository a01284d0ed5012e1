/** Reads a text the way extraction does, with the country pack, for the tests of its parts. */
import { splitClauses } from '../../../src/arabic/clauses.ts';
import { findDates } from '../../../src/arabic/dates.ts';
import { findNumbers } from '../../../src/arabic/numbers.ts';
import { tokenise } from '../../../src/arabic/tokens.ts';
import { annotate } from '../../../src/knowledge/annotate.ts';
import { type Knowledge, loadKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { Reading } from '../../../src/stages/extraction/findings.ts';

let loaded: Knowledge | null = null;

/** The pack, loaded once for a test file. */
export function knowledge(): Knowledge {
  loaded ??= loadKnowledge();
  return loaded;
}

/** One stretch of ordinary news, published on a Saturday where no day is given. */
export function readText(text: string, published = '2015-07-04'): Reading {
  const tokens = tokenise(text);
  const section = { start: 0, end: text.length, governorate: null, alsoGovernorates: [], heading: null };
  return {
    text,
    published,
    tokens,
    numbers: findNumbers(tokens),
    dates: findDates(tokens, { published }),
    clauses: splitClauses(tokens),
    entities: annotate(tokens, { sections: [section], published, text }, knowledge()),
  };
}
