/** Losses in Arabic words: counts with agreeing nouns, ranges as ranges, and no number where none was told. */
import type { Count } from '../../model/mention.ts';
import type { NashraEvent, SummaryContent } from '../../model/summary.ts';
import {
  CHILDREN,
  CIVILIANS,
  type CountedNoun,
  counted,
  JOURNALISTS,
  MEDICS,
  nounAfter,
  PERSONS,
  WOMEN,
} from './arabic-counts.ts';

/** «أ وب وج». */
export function joined(words: readonly string[]): string {
  return words.join(' و');
}

/** A count with its noun; ranges as ranges, open ends as such. Null where nothing is told. */
export function quantity(
  count: Count | null,
  noun: CountedNoun,
  inCase: 'nominative' | 'oblique',
): string | null {
  if (!count) return null;
  const { low, best, high } = count;
  if (high !== null && low !== null && low !== high) return `ما بين ${low} و${high} ${nounAfter(high, noun)}`;
  const least = low ?? best;
  if (least === null) return high === null ? null : `أقل من ${high + 1} ${nounAfter(high + 1, noun)}`;
  if (least === 0 && high === 0) return null;
  if (high === null) {
    if (least <= 1) return null;
    return `${counted(least, noun, inCase)} على الأقل`;
  }
  return counted(least, noun, inCase);
}

/** True where it is told that nobody was. */
export function isZero(count: Count | null): boolean {
  return count !== null && count.low === 0 && count.high === 0;
}

const AMONG: readonly (readonly [keyof SummaryContent['groups'], CountedNoun])[] = [
  ['civilians', CIVILIANS],
  ['children', CHILDREN],
  ['women', WOMEN],
  ['journalists', JOURNALISTS],
  ['medical_aid_workers', MEDICS],
];

/** «، بين القتلى طفلان وامرأة واحدة». */
export function among(groups: SummaryContent['groups'], kind: 'killed' | 'injured'): string {
  const parts = AMONG.flatMap(
    ([group, noun]) => quantity(groups[group]?.[kind] ?? null, noun, 'nominative') ?? [],
  );
  return parts.length === 0 ? '' : `، بين القتلى ${joined(parts)}`;
}

/** «مقتل شخصين وإصابة 3 أشخاص», or null where no loss is told. */
export function tollPhrase(event: NashraEvent): string | null {
  const dead = loss(event.killed, 'مقتل');
  const hurt = loss(event.injured, 'إصابة');
  const parts = [dead, hurt].filter((part) => part !== null);
  return parts.length === 0 ? null : `${joined(parts)}${dead ? among(event.groups, 'killed') : ''}`;
}

/** «مقتل شخصين»; where a number was only hinted at, no number is made up. */
function loss(count: Count | null, verbalNoun: string): string | null {
  if (!count || isZero(count)) return null;
  if (count.high === null && count.vague !== null) {
    if (count.vague.includes('عشرات')) return `${verbalNoun} العشرات`;
    if (count.vague.includes('مئات')) return `${verbalNoun} المئات`;
    if ((count.low ?? 0) <= 3) return `${verbalNoun} عدد غير محدد من الأشخاص`;
  }
  const many = quantity(count, PERSONS, 'oblique');
  return many ? `${verbalNoun} ${many}` : `${verbalNoun} عدد غير محدد من الأشخاص`;
}
