/**
 * Who speaks on their own account. Mentions of one source, in sections with the same words, or on the authority of
 * the same named source («المرصد السوري») are one voice, however many outlets carry it.
 */
import type { CellFacts } from './cell-facts.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { kinshipOf } from './families.ts';
import type { Told } from './told.ts';

/**
 * The sections of a cell that tell the same, as sets: those of articles that tell something first. Sections of a repeat
 * are left out, since whether its text was read depends on what came before it.
 */
export function sectionSets(facts: CellFacts): DisjointSets {
  const { repeated } = kinshipOf(facts);
  const entries = [...facts.entries.values()].filter(({ article }) => !repeated.has(article));
  const present = new Set(entries.flatMap(({ mentions }) => mentions.map(({ section }) => section)));
  const sets = new DisjointSets();
  for (const [section, of] of entries.flatMap(({ repeats }) => repeats)) {
    if (present.has(of)) sets.unite(section, of);
  }
  return sets;
}

/** The voice of each telling of one event, in the order given. */
export function voicesOf(told: readonly Told[], sections: DisjointSets): string[] {
  const sets = new DisjointSets();
  const keys = told.map(({ mention, family }) => {
    const { id, source } = family.member;
    const speaker = source === 'unknown' ? `article:${id}` : `source:${source}`;
    sets.unite(speaker, `section:${sections.find(mention.section)}`);
    if (mention.attribution !== null) sets.unite(speaker, `attribution:${mention.attribution}`);
    return speaker;
  });
  return keys.map((key) => sets.find(key));
}
