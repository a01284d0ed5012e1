/** Shows what a text tells of dead and hurt in a few signs, for tables of cases. */
import type { Count } from '../../../src/model/mention.ts';
import { type CasualtyDetail, findCasualties } from '../../../src/stages/extraction/casualties.ts';
import {
  type CasualtyLexicon,
  compileCasualtyLexicon,
} from '../../../src/stages/extraction/casualty-lexicon.ts';
import { mentionsOf, type Setting } from './read-section.ts';
import { knowledge, readText } from './read-text.ts';

let lexicon: CasualtyLexicon | null = null;

export function found(text: string): CasualtyDetail[] {
  lexicon ??= compileCasualtyLexicon(knowledge());
  return findCasualties(readText(text), lexicon);
}

/** «5», «3+» (vague, high open), «10-15», «≥1» (a number for dead and hurt together), «-» for nothing told. */
export function shown(count: Count | null | undefined): string {
  if (!count) return '-';
  if (count.low === 1 && count.best === null) return '≥1';
  if (count.high === null) return `${count.low}+`;
  return count.low === count.high ? `${count.low}` : `${count.low ?? ''}-${count.high}`;
}

/** Dead and hurt of each finding, totals in brackets: «5 -|- 3+|(40 -)». */
export function tolls(text: string): string {
  return found(text)
    .map(({ killed, injured, total }) => {
      const both = `${shown(killed)} ${shown(injured)}`;
      return total ? `(${both})` : both;
    })
    .join('|');
}

/** «air_drone_strike سراقب 3 -»: each event told, with its place, its dead and its hurt. */
export function toldWithTolls(text: string, setting: Setting = {}): string[] {
  return mentionsOf(text, setting).map(
    ({ type, place, killed, injured }) => `${type} ${place?.name ?? '-'} ${shown(killed)} ${shown(injured)}`,
  );
}
