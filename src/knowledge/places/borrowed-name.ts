/**
 * Streets, roads and sites that bear another place's name: «شارع بغداد», «طريق غازي عنتاب - اعزاز», «حاجز الشريعة»,
 * «الطريق الدولي دمشق عمان». The words are taken as one; they are not the place whose name they bear.
 */
import type { Token } from '../../arabic/token.ts';
import { fitting } from '../../arabic/word-memory.ts';
import { type Cue, cliticsOn, cueOf, NEVER_A_NAME } from './cues.ts';
import type { Gazetteer, PlaceName } from './gazetteer.ts';
import { longestFree, type SpotName, type Taken } from './spot.ts';

const DASH = /^[-–—/]+$/;
const OPENS = /^["«“(]$/;
/** Words between «الطريق» and the places that it joins. */
const ROAD_WORDS = new Set([
  'الدولي',
  'العام',
  'السريع',
  'الواصل',
  'الرابط',
  'القديم',
  'الجديد',
  'الدوليه',
  'الرييسي',
  'الدائري',
  'عام',
  'مدينه',
  'مدينتي',
  'بلده',
  'بلدتي',
  'قريه',
  'قريتي',
]);
/** A road joins at most so many places. */
const MOST_ENDS = 3;

export interface BorrowedName extends SpotName {
  /** The places that a road joins. */
  readonly ends?: readonly SpotName[];
}

export function borrowedName(
  tokens: readonly Token[],
  at: number,
  cue: Cue,
  gazetteer: Gazetteer,
  isTaken: Taken,
): BorrowedName | null {
  if (!cue.inName) return null;
  if (cue.kind === 'road') return roadName(tokens, at, gazetteer, isTaken);
  if (cue.kind !== 'fixture' && cue.kind !== 'site') return null;
  const head = at + 1 + opening(tokens, at + 1);
  const next = tokens[head];
  if (!next || next.kind === 'punctuation' || next.gap === 'paragraph' || next.gap === 'line') return null;
  const match = longestFree(tokens, head, gazetteer, isTaken);
  if (match?.prefix !== '' || (match.last === head && NEVER_A_NAME.has(next.norm))) return null;
  if (isTownsOwn(tokens[at] as Token, match.values, gazetteer.home)) return null;
  // «قمة طهران» is a meeting, «مطار بيروت» lies abroad: nothing of that kind stands at home under such a name.
  if (cue.kind === 'site' && match.values.every(({ place }) => place.country !== gazetteer.home)) return null;
  // «سوق مدينة الباب»: the word for a town is no name that a market bears.
  if (cueOf(next.norm)?.kind === 'town') return null;
  if (cue.kind === 'site' && (cueOf(next.norm) || match.values.every((name) => name.guessed))) return null;
  return { first: at, last: match.last, prefix: cliticsOn(tokens[at] as Token), names: match.values };
}

const isOfTown = fitting(/^[وبل]?(?:سوق|مشفي|مستشفي|مدرسه|فرن|كراج|ساح(?:ه|ات))$/);

/** «سوق معرشورين», «مشفى كفرنبل», «ساحة نوى»: what a small town calls after itself stands there, and is told by the town. */
function isTownsOwn({ word }: Token, names: readonly PlaceName[], home: string): boolean {
  if (!isOfTown(word) || names.some(({ place }) => place.level === 'adm1')) return false;
  return names.some(({ place, weak }) => place.level === 'adm4' && place.country === home && !weak);
}

function opening(tokens: readonly Token[], at: number): number {
  return OPENS.test(tokens[at]?.norm ?? '') ? 1 : 0;
}

function roadName(
  tokens: readonly Token[],
  at: number,
  gazetteer: Gazetteer,
  isTaken: Taken,
): BorrowedName | null {
  const cue = tokens[at] as Token;
  if (tokens[at - 1]?.norm === 'عن') return null;
  let head = at + 1;
  while (ROAD_WORDS.has(tokens[head]?.norm ?? '') && head - at < 4) head++;
  head += opening(tokens, head);
  const ends: SpotName[] = [];
  for (let next = head, dashed = false; ends.length < MOST_ENDS; ) {
    const match = tokens[next]?.kind === 'word' ? longestFree(tokens, next, gazetteer, isTaken) : null;
    if (match?.prefix !== '') break;
    if (ends.length > 0 && !dashed && match.values.every((name) => name.weak)) break;
    ends.push({ first: next, last: match.last, prefix: '', names: match.values });
    dashed = DASH.test(tokens[match.last + 1]?.norm ?? '');
    next = match.last + (dashed ? 2 : 1);
  }
  const last = ends[ends.length - 1]?.last;
  if (last === undefined || (/ال(?:طريق|اوتوستراد)$/.test(cue.norm) && ends.length < 2)) return null;
  return { first: at, last, prefix: cliticsOn(cue), names: ends.flatMap((end) => end.names), ends };
}
