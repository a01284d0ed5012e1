/** When what was found is what the gold tells: the same event, the same place, the same count. */
import { normaliseWord } from '../../src/arabic/normalise.ts';
import type { Count, Mention } from '../../src/model/mention.ts';
import type { GoldEvent, GoldText } from './coding-gold.ts';

const CUES = new Set(
  [
    'مدينة',
    'بلدة',
    'قرية',
    'حي',
    'ريف',
    'محافظة',
    'منطقة',
    'محيط',
    'مخيم',
    'جبل',
    'ناحية',
    'مطار',
    'حاجز',
  ].map(normaliseWord),
);

/** A place's name without cue word, article and spaces, so that spellings of one name agree. */
export function placeKey(name: string): string {
  const words = name
    .split(/[^\p{L}\p{N}]+/u)
    .map(normaliseWord)
    .filter(Boolean);
  const first = words[0];
  if (words.length > 1 && first && CUES.has(first)) words.shift();
  return words.join('').replace(/^ال/, '');
}

function samePlace(gold: GoldEvent, mention: Mention): boolean {
  const names = [gold.place, ...gold.placeOk].filter((name) => name !== null).map(placeKey);
  const found = placeKey(mention.place?.name ?? '');
  if (names.length === 0) return true;
  return names.some(
    (name) => name === found || (found !== '' && (name.includes(found) || found.includes(name))),
  );
}

/** Whether a mention tells a gold event: governorate, type and place agree. */
export function fits(gold: GoldEvent, mention: Mention): boolean {
  if (mention.type !== gold.type && !gold.typeOk.includes(mention.type)) return false;
  if (gold.country !== 'SY') return mention.country === gold.country;
  return mention.country === 'SY' && mention.governorate === gold.gov && samePlace(gold, mention);
}

/** The number of a count that is told exactly, or null. */
export function exact(count: Count | null): number | null {
  return count && count.low !== null && count.low === count.best && count.best === count.high
    ? count.low
    : null;
}

/** Who stands in which role: `initiator:id`. */
export function rolesOf(gold: GoldEvent): Set<string> {
  return new Set([
    ...gold.initiator.map((id) => `initiator:${id}`),
    ...gold.target.map((id) => `target:${id}`),
    ...gold.participant.map((id) => `participant:${id}`),
  ]);
}

/** The gold's places by governorate; foreign ones, which stand under a country's code, are no part of the score. */
export function homePlaces(gold: GoldText): [string, string[]][] {
  return Object.entries(gold.places).filter(([code]) => code.length > 2);
}

/** Mentions that tell one event twice (a headline and its body) are one finding. */
export function distinct(mentions: readonly Mention[]): Mention[] {
  const seen = new Map<string, Mention>();
  for (const mention of mentions) {
    const key = [
      mention.country,
      mention.governorate,
      mention.type,
      placeKey(mention.place?.name ?? ''),
      mention.date,
    ];
    if (!seen.has(key.join('|'))) seen.set(key.join('|'), mention);
  }
  return [...seen.values()];
}
