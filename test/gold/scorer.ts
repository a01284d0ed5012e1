/**
 * Scores extracted articles against gold: precision, recall and F1 per slot, with each miss and false alarm by rule.
 * An event is found where governorate, type and place agree; the slots below it are scored on found events only.
 */
import { normaliseWord } from '../../src/arabic/normalise.ts';
import type { ExtractedArticle } from '../../src/model/article.ts';
import type { Count, Mention } from '../../src/model/mention.ts';
import { type GoldEvent, type GoldText, goldDay } from './coding-gold.ts';

export const SLOTS = [
  'governorate+type',
  'events',
  'day',
  'killed',
  'injured',
  'roles',
  'weapons',
  'modality',
  'places',
  'place governorate',
  'actors',
  'silence',
] as const;
export type Slot = (typeof SLOTS)[number];

export class Tally {
  hits = 0;
  falseAlarms = 0;
  misses = 0;

  add<T>(gold: ReadonlySet<T>, found: ReadonlySet<T>, allowed: ReadonlySet<T> = new Set()): void {
    for (const item of gold) found.has(item) ? this.hits++ : this.misses++;
    for (const item of found) if (!gold.has(item) && !allowed.has(item)) this.falseAlarms++;
  }

  judge(right: boolean): void {
    if (right) this.hits++;
    else {
      this.falseAlarms++;
      this.misses++;
    }
  }

  get precision(): number {
    return ratio(this.hits, this.hits + this.falseAlarms);
  }
  get recall(): number {
    return ratio(this.hits, this.hits + this.misses);
  }
  get f1(): number {
    return ratio(2 * this.hits, 2 * this.hits + this.falseAlarms + this.misses);
  }
  get total(): number {
    return this.hits + this.misses;
  }
}

/** With nothing to find and nothing found, all is right. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

export interface Score {
  readonly slots: Readonly<Record<Slot, Tally>>;
  /** One line a fault: `miss` or `extra`, the text, what, and the rule that found it. */
  readonly faults: readonly string[];
}

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

function fits(gold: GoldEvent, mention: Mention): boolean {
  if (mention.type !== gold.type && !gold.typeOk.includes(mention.type)) return false;
  if (gold.country !== 'SY') return mention.country === gold.country;
  return mention.country === 'SY' && mention.governorate === gold.gov && samePlace(gold, mention);
}

function exact(count: Count | null): number | null {
  return count && count.low !== null && count.low === count.best && count.best === count.high
    ? count.low
    : null;
}

function rolesOf(gold: GoldEvent): Set<string> {
  return new Set([
    ...gold.initiator.map((id) => `initiator:${id}`),
    ...gold.target.map((id) => `target:${id}`),
    ...gold.participant.map((id) => `participant:${id}`),
  ]);
}

/** The gold's places by governorate; foreign ones, which stand under a country's code, are no part of the score. */
function homePlaces(gold: GoldText): [string, string[]][] {
  return Object.entries(gold.places).filter(([code]) => code.length > 2);
}

/** Mentions that tell one event twice (a headline and its body) are one finding. */
function distinct(mentions: readonly Mention[]): Mention[] {
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

class Scoring {
  readonly slots = Object.fromEntries(SLOTS.map((slot) => [slot, new Tally()])) as Record<Slot, Tally>;
  readonly faults: string[] = [];

  text(gold: GoldText, article: ExtractedArticle): void {
    const mentions = distinct(article.mentions.filter(({ modality }) => modality !== 'denied'));
    if (gold.events.length === 0)
      this.slots.silence.judge(mentions.every((m) => gold.optional.some((o) => fits(o, m))));
    this.kinds(gold, mentions);
    this.events(gold, mentions);
    this.entities(gold, article);
  }

  private kinds(gold: GoldText, mentions: readonly Mention[]): void {
    const tally = this.slots['governorate+type'];
    const types = (event: GoldEvent) => [event.type, ...event.typeOk];
    const at = mentions.filter(({ country }) => country === 'SY');
    const wanted = new Map(
      gold.events
        .filter((e) => e.country === 'SY')
        .map((e) => [`${e.gov} ${types(e).sort().join('|')}`, e] as const),
    );
    for (const event of wanted.values()) {
      const found = at.some((m) => m.governorate === event.gov && types(event).includes(m.type));
      found ? tally.hits++ : tally.misses++;
    }
    const kinds = new Map(at.map((m) => [`${m.governorate} ${m.type}`, m] as const));
    for (const mention of kinds.values()) {
      const known = [...gold.events, ...gold.optional].some(
        (e) => e.gov === mention.governorate && types(e).includes(mention.type),
      );
      if (!known) tally.falseAlarms++;
    }
  }

  private events(gold: GoldText, mentions: readonly Mention[]): void {
    const spare = new Set(mentions);
    for (const event of gold.events) {
      const found = [...spare].find((mention) => fits(event, mention));
      if (!found) {
        this.slots.events.misses++;
        this.faults.push(`miss  ${gold.name} ${event.gov} ${event.type} ${event.place ?? ''}`);
        continue;
      }
      spare.delete(found);
      this.slots.events.hits++;
      this.details(gold, event, found);
    }
    for (const mention of spare) {
      if (gold.optional.some((event) => fits(event, mention))) continue;
      this.slots.events.falseAlarms++;
      const where = `${mention.governorate} ${mention.type} ${mention.place?.name ?? ''}`;
      this.faults.push(`extra ${gold.name} ${where} [${mention.rule}] ${mention.quote.slice(0, 80)}`);
    }
  }

  private details(gold: GoldText, event: GoldEvent, found: Mention): void {
    const at = `${gold.name} ${event.type} ${event.place ?? ''}`;
    const days = [event.day, ...event.dayOk].map((day) => goldDay(day, gold.published));
    this.judged('day', days.includes(found.date), `${at}: ${found.date}, expected ${days.join(' or ')}`);
    for (const what of ['killed', 'injured'] as const) {
      const [wanted, came] = [exact(event[what]), exact(found[what])];
      if (wanted === null && came === null) continue;
      const tally = this.slots[what];
      if (wanted === came) tally.hits++;
      else {
        if (wanted !== null) tally.misses++;
        if (came !== null) tally.falseAlarms++;
        this.faults.push(
          `${what} ${at}: ${JSON.stringify(found[what])}, expected ${JSON.stringify(event[what])}`,
        );
      }
    }
    const roles = new Set(found.actors.map(({ id, role }) => `${role}:${id}`));
    const free = new Set(
      [...roles].filter((role) => event.actorsOk.includes(role.slice(role.indexOf(':') + 1))),
    );
    this.compared('roles', rolesOf(event), roles, free, at);
    this.compared(
      'weapons',
      new Set<string>(event.weapons),
      new Set<string>(found.weapons),
      new Set(event.weaponsOk),
      at,
    );
    this.judged(
      'modality',
      found.modality === event.modality,
      `${at}: ${found.modality}, expected ${event.modality}`,
    );
  }

  private entities(gold: GoldText, article: ExtractedArticle): void {
    const wanted = new Map(
      homePlaces(gold).flatMap(([gov, names]) => names.map((name) => [placeKey(name), gov] as const)),
    );
    const found = new Map(
      article.places.map((place) => [placeKey(place.surface), place.governorate] as const),
    );
    const free = new Set(gold.placesOk.map(placeKey));
    this.compared('places', new Set(wanted.keys()), new Set(found.keys()), free, gold.name);
    for (const [name, gov] of wanted) {
      if (!found.has(name)) continue;
      this.judged(
        'place governorate',
        found.get(name) === gov,
        `${gold.name} ${name}: ${found.get(name)}, expected ${gov}`,
      );
    }
    const actors = new Set(article.actors.map(({ id }) => id));
    this.compared('actors', new Set(gold.actors), actors, new Set(gold.actorsOk), gold.name);
  }

  private judged(slot: Slot, right: boolean, fault: string): void {
    this.slots[slot].judge(right);
    if (!right) this.faults.push(`${slot} ${fault}`);
  }

  private compared(
    slot: Slot,
    gold: Set<string>,
    found: Set<string>,
    allowed: Set<string>,
    at: string,
  ): void {
    this.slots[slot].add(gold, found, allowed);
    const missed = [...gold].filter((item) => !found.has(item));
    const extra = [...found].filter((item) => !gold.has(item) && !allowed.has(item));
    if (missed.length + extra.length > 0) {
      this.faults.push(`${slot} ${at}: missed ${missed.join(', ') || '—'}; extra ${extra.join(', ') || '—'}`);
    }
  }
}

/** Scores articles against their gold, pair by pair. */
export function score(pairs: readonly (readonly [GoldText, ExtractedArticle])[]): Score {
  const scoring = new Scoring();
  for (const [gold, article] of pairs) scoring.text(gold, article);
  return scoring;
}
