/** Tells an analyst what a name could be and why: every place that goes by it, and how the name would be read. */
import type { Knowledge } from '../knowledge.ts';
import type { PlaceName } from './gazetteer.ts';

/** Lines to print, the surest place first. */
export function lookupPlace(name: string, knowledge: Knowledge): string[] {
  const found = knowledge.gazetteer.lookup(name);
  if (found.length === 0)
    return [`«${name}»: no place of that name; after a cue («قرية …») it is kept as unknown.`];
  return [
    `«${name}»: ${found.length} ${found.length === 1 ? 'place' : 'places'}`,
    ...found.map((one) => line(one, knowledge)),
  ];
}

function line({ place, weak }: PlaceName, knowledge: Knowledge): string {
  const governorate =
    place.governorate === null
      ? place.country
      : (knowledge.governorate(place.governorate)?.en ?? place.governorate);
  const line = knowledge.gazetteer
    .lineage(place)
    .slice(1)
    .map((up) => up.ar);
  const why = [
    place.needsCue ? 'an everyday word: needs a cue or neighbours' : null,
    weak && !place.needsCue ? `a guessed spelling of «${place.ar}»: needs a cue` : null,
    place.inherited ? 'no source knows its point; its parent’s is used' : null,
    place.population === null ? null : `${place.population} people`,
  ].filter((reason) => reason !== null);
  const where = line.length > 0 ? ` in ${line.join(' › ')}` : '';
  return `  ${place.id}  ${place.level}  ${place.ar}${place.en ? ` (${place.en})` : ''}, ${governorate}${where}${why.length > 0 ? `; ${why.join('; ')}` : ''}`;
}
