/** The names and days found in an article, as the model states them. */

import type { ActorFound } from '../../knowledge/types.ts';
import type { ActorMention, DateMention, PlaceMention } from '../../model/article.ts';
import type { Mention } from '../../model/mention.ts';
import type { CasualtyDetail } from './casualties.ts';
import type { Reading } from './findings.ts';
import { spansWithin } from './spans-within.ts';

/** Every place of the pack's country told of, whether anything happens there or not; the country itself is none. */
export function placeMentions(reading: Reading, home: string): PlaceMention[] {
  return reading.entities.places
    .filter(
      (found) =>
        found.use !== 'part_of_name' &&
        found.metonym !== true &&
        found.country === home &&
        found.place?.level !== 'country',
    )
    .map(({ start, end, surface, place, governorate, country }) => ({
      start,
      end,
      surface,
      id: place?.id ?? null,
      governorate,
      country,
    }));
}

export function dateMentions(reading: Reading): DateMention[] {
  return reading.dates.map(({ start, end, date, precision }) => ({
    start,
    end,
    surface: reading.text.slice(start, end),
    date,
    precision,
  }));
}

/**
 * Actors of an article that tells of events: those that take part, and the armed parties it names beside them. A
 * state or office named in politics is none, and an article without an event has no actors.
 */
export function actorMentions(
  reading: Reading,
  mentions: readonly Mention[],
  casualties: readonly CasualtyDetail[],
): ActorMention[] {
  const taking = new Set<string>();
  for (const mention of mentions) for (const actor of mention.actors) taking.add(actor.id);
  const found = reading.entities.actors
    .filter((actor) => taking.size > 0 && (taking.has(actor.id) || isBeside(actor, casualties)))
    .map(({ start, end, surface, id }) => ({ start, end, surface, id }));
  const named = new Set(found.map((actor) => actor.id));
  const implied: ActorMention[] = [];
  for (const { start, end, actors } of mentions) {
    const untold = actors.filter((actor) => !named.has(actor.id));
    for (const { id } of untold) {
      named.add(id);
      implied.push({ start, end, surface: reading.text.slice(start, end), id });
    }
  }
  if (implied.length === 0) return found;
  return [...found, ...implied].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A toll begins at most so many tokens before those it counts. */
const TOLL_LENGTH = 30;

/** An armed party, or civilians who are counted dead or hurt: «السكان» alone are only spoken of. */
function isBeside(
  { first, last, side, political, speaker }: ActorFound,
  casualties: readonly CasualtyDetail[],
): boolean {
  if (side !== 'civilians') return !political && !speaker;
  const toll = spansWithin(casualties, first - TOLL_LENGTH, first).at(-1);
  return toll !== undefined && toll.last >= last;
}
