/**
 * Gold of the knowledge core: short invented texts with the places, actors, weapons and sources a careful reader finds.
 * Scored by set within each text; an actor is its entry in actors.yaml, a place its name with its governorate.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { normaliseWord } from '../../src/arabic/normalise.ts';
import { tokenise } from '../../src/arabic/tokens.ts';
import { annotate } from '../../src/knowledge/annotate.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Entities } from '../../src/knowledge/types.ts';
import { WeaponSchema } from '../../src/model/vocabulary.ts';
import { PACKAGE_ROOT } from '../../src/package-root.ts';
import { Tally } from './tally.ts';

const GoldTextSchema = z.strictObject({
  text: z.string(),
  published: z.iso.date().default('2016-06-01'),
  /** Governorate of the heading it stands under. */
  heading: z.string().optional(),
  /** Half of the texts: homographs, glued words, clitics, one name in several governorates, foreign, persons. */
  hard: z.string().optional(),
  /** Governorate's id, or a foreign country's code, to names as written there; `other` where none is sure. */
  places: z.record(z.string(), z.array(z.string())).default({}),
  /** Left out where the text is not about places: they are then not scored. */
  placesScored: z.boolean().default(true),
  actors: z.array(z.string()).default([]),
  /** States and parties to talks: found, and marked as political. */
  political: z.array(z.string()).default([]),
  /** Actors that only speak. */
  speakers: z.array(z.string()).default([]),
  weapons: z.array(WeaponSchema).default([]),
  sources: z.array(z.string()).default([]),
});
export type KnowledgeGold = z.infer<typeof GoldTextSchema> & { readonly name: string };

const FOLDER = join(PACKAGE_ROOT, 'test', 'gold', 'knowledge');

/** All gold texts, named by file and place in it. */
export function readKnowledgeGold(folder = FOLDER): KnowledgeGold[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      z
        .array(GoldTextSchema)
        .parse(parse(readFileSync(join(folder, file), 'utf8')), {
          error: (issue) => `${file}: ${issue.message}`,
        })
        .map((gold, index) => ({ ...gold, name: `${file.replace('.yaml', '')}#${index + 1}` })),
    );
}

export const KNOWLEDGE_SLOTS = ['places', 'place governorate', 'actors', 'weapons', 'sources'] as const;
export type KnowledgeSlot = (typeof KNOWLEDGE_SLOTS)[number];

export interface KnowledgeScore {
  readonly slots: Record<KnowledgeSlot, Tally>;
  /** One line a text and slot with what was missed and what was found too much. */
  readonly notes: string[];
}

/** Runs the matchers over the gold and scores every slot. */
export function scoreKnowledge(golds: readonly KnowledgeGold[], knowledge: Knowledge): KnowledgeScore {
  const slots = Object.fromEntries(KNOWLEDGE_SLOTS.map((slot) => [slot, new Tally()])) as Record<
    KnowledgeSlot,
    Tally
  >;
  const notes: string[] = [];
  for (const gold of golds) {
    const found = read(gold, knowledge);
    const judge = (slot: KnowledgeSlot, expected: ReadonlySet<string>, got: ReadonlySet<string>): void => {
      slots[slot].add(expected, got);
      const missed = [...expected].filter((item) => !got.has(item));
      const extra = [...got].filter((item) => !expected.has(item));
      if (missed.length + extra.length > 0) {
        notes.push(
          `${gold.name} ${slot}: missed ${missed.join('، ') || '–'} | extra ${extra.join('، ') || '–'}`,
        );
      }
    };
    judge('actors', expectedActors(gold), foundActors(found));
    judge('weapons', new Set(gold.weapons), new Set(found.weapons.map(({ id }) => id)));
    judge('sources', new Set(gold.sources), new Set(found.attributions.map(({ name }) => name)));
    if (gold.placesScored) scorePlaces(gold, found, slots, notes);
  }
  return { slots, notes };
}

function read(gold: KnowledgeGold, knowledge: Knowledge): Entities {
  const section = { start: 0, end: gold.text.length, alsoGovernorates: [], heading: null };
  const sections = gold.heading === undefined ? [] : [{ ...section, governorate: gold.heading }];
  const context = { sections, published: gold.published, text: gold.text };
  return annotate(tokenise(gold.text), context, knowledge);
}

function expectedActors(gold: KnowledgeGold): Set<string> {
  const marked = (ids: readonly string[], mark: string): string[] => ids.map((id) => `${id}${mark}`);
  return new Set([
    ...gold.actors,
    ...marked(gold.political, ' (political)'),
    ...marked(gold.speakers, ' (speaks)'),
  ]);
}

/** An actor that both speaks and acts in one text counts as acting. */
function foundActors(found: Entities): Set<string> {
  const acting = new Set<string>();
  const aside = new Set<string>();
  for (const { entry, speaker, political } of found.actors) {
    if (speaker) aside.add(`${entry} (speaks)`);
    else if (political) aside.add(`${entry} (political)`);
    else acting.add(entry);
  }
  for (const id of aside) {
    const entry = id.replace(/ \(.*/, '');
    if (!acting.has(entry) && !(id.endsWith('(political)') && aside.has(`${entry} (speaks)`))) acting.add(id);
  }
  return acting;
}

/** Names are compared without the article and cue words, as they stand in the text. */
function bare(name: string): string {
  return normaliseWord(name)
    .replace(/[^\u0621-\u064a0-9 ]/g, '')
    .replace(/^(?:و|ف)?(?:ب|ل)?(?:مدينه|بلده|قريه|حي|محافظه|ريف|محيط) /, '')
    .replace(/^ال/, '')
    .replace(/ /g, '');
}

function scorePlaces(
  gold: KnowledgeGold,
  found: Entities,
  slots: Record<KnowledgeSlot, Tally>,
  notes: string[],
): void {
  const expected = new Map<string, string>();
  for (const [governorate, names] of Object.entries(gold.places)) {
    for (const name of names) expected.set(bare(name), governorate);
  }
  const got = new Map<string, string>();
  for (const place of found.places) {
    if (place.use === 'part_of_name') continue;
    const name = bare(place.surface);
    if (!got.has(name)) got.set(name, place.governorate ?? place.country);
  }
  slots.places.add(new Set(expected.keys()), new Set(got.keys()));
  const missed = [...expected.keys()].filter((name) => !got.has(name));
  const extra = [...got.keys()].filter((name) => !expected.has(name));
  if (missed.length + extra.length > 0) {
    notes.push(`${gold.name} places: missed ${missed.join('، ') || '–'} | extra ${extra.join('، ') || '–'}`);
  }
  for (const [name, governorate] of expected) {
    const told = got.get(name);
    if (told === undefined || governorate === 'other') continue;
    slots['place governorate'].judge(told === governorate);
    if (told !== governorate)
      notes.push(`${gold.name} governorate of ${name}: ${told}, expected ${governorate}`);
  }
}
