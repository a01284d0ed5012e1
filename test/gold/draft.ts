/**
 * Drafts of gold texts: the analysis of an invented text in the form of the gold, to be read against the text and
 * mended by hand. A draft counts in no score and no test until `draft: true` is taken out of it.
 */
import { Document, isCollection, isMap, isSeq } from 'yaml';
import type { ExtractedArticle } from '../../src/model/article.ts';
import type { Count, Mention } from '../../src/model/mention.ts';

/** What the writer of a text tells of it. */
export interface Head {
  readonly published: string;
  readonly title: string | null;
  readonly comment: string;
  readonly text: string;
}

const NOTE = [
  " Drafted from nashra's own analysis, which may be wrong anywhere: read it against the text, clause by clause, and",
  ' against the codebook; add what was missed, take out what is not told. README.md here says how counts and days are',
  ' written. Then delete the line `draft: true` and this note.',
].join('\n');

/** The YAML of a draft: `head` as given, events, places and actors as analysed. */
export function draftOf(head: Head, article: ExtractedArticle): string {
  const document = new Document({
    draft: true,
    published: head.published,
    ...(head.title === null ? {} : { title: head.title }),
    comment: head.comment,
    text: head.text.endsWith('\n') ? head.text : `${head.text}\n`,
    events: article.mentions
      .filter(({ modality }) => modality !== 'denied')
      .map((one) => eventOf(one, head.published)),
    places: placesOf(article),
    actors: unique(article.actors.map(({ id }) => id)),
  });
  document.commentBefore = NOTE;
  layOut(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Each event, the places and the actors on one line, as the other gold texts have them. */
function layOut(document: Document): void {
  const events = document.get('events');
  if (isSeq(events)) {
    events.flow = events.items.length === 0;
    for (const event of events.items) if (isMap(event)) event.flow = true;
  }
  for (const field of ['places', 'actors']) {
    const value = document.get(field);
    if (isCollection(value)) value.flow = true;
  }
}

function eventOf(mention: Mention, published: string): Record<string, unknown> {
  const acting = (role: string) =>
    unique(mention.actors.filter((one) => one.role === role).map(({ id }) => id));
  const told: Record<string, unknown> = {
    gov: mention.governorate,
    ...(mention.country === 'SY' ? {} : { country: mention.country }),
    place: mention.place?.name ?? null,
    type: mention.type,
    day: dayFrom(mention.date, published),
    killed: countOf(mention.killed),
    injured: countOf(mention.injured),
    initiator: acting('initiator'),
    target: acting('target'),
    participant: acting('participant'),
    weapons: mention.weapons,
    modality: mention.modality,
  };
  const plain: Record<string, unknown> = { day: 0, modality: 'reported' };
  return Object.fromEntries(
    Object.entries(told).filter(([key, value]) => {
      if (key === 'gov' || key === 'type') return true;
      return value !== null && value !== plain[key] && !(Array.isArray(value) && value.length === 0);
    }),
  );
}

/** Days from publication where the event is not after it, else the day itself. */
function dayFrom(date: string, published: string): number | string {
  const days = Math.round((Date.parse(date) - Date.parse(published)) / 86_400_000);
  return days <= 0 ? days || 0 : date;
}

/** A count in the short form of the gold: `7`, `3+`, `20~`, `1?`, `<9`; null where nothing is told. */
export function countOf(count: Count | null): number | string | null {
  if (count === null) return null;
  const { low, best, high, vague } = count;
  if (low === null) return high === null ? null : `<${high}`;
  if (high === null) return best === null ? `${low}?` : `${low}+`;
  if (low === best && best === high) return vague === null ? low : `${low}~`;
  return `${low}+`;
}

/** Names by governorate, or by country where a place lies in none. */
function placesOf(article: ExtractedArticle): Record<string, string[]> {
  const places: Record<string, string[]> = {};
  for (const { surface, governorate, country } of article.places) {
    const where = governorate ?? country;
    places[where] = unique([...(places[where] ?? []), surface]);
  }
  return places;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
