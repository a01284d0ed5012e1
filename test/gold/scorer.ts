/**
 * Scores extracted articles against gold: precision, recall and F1 per slot, with each miss and false alarm by rule.
 * An event is found where governorate, type and place agree; the slots below it are scored on found events only.
 */
import type { ExtractedArticle } from '../../src/model/article.ts';
import type { Mention } from '../../src/model/mention.ts';
import { type GoldEvent, type GoldText, goldDay } from './coding-gold.ts';
import { countOf } from './draft.ts';
import { type Blame, blame, extraOf, type Fault, type Hit, missOf, SLOTS, type Slot } from './faults.ts';
import { distinct, exact, fits, homePlaces, placeKey, rolesOf } from './fits.ts';
import { scoreKinds } from './kinds.ts';
import { Tally } from './tally.ts';

export interface Score {
  readonly slots: Readonly<Record<Slot, Tally>>;
  readonly faults: readonly Fault[];
  readonly hits: readonly Hit[];
}

class Scoring {
  readonly slots = Object.fromEntries(SLOTS.map((slot) => [slot, new Tally()])) as Record<Slot, Tally>;
  readonly faults: Fault[] = [];
  readonly hits: Hit[] = [];

  text(gold: GoldText, article: ExtractedArticle): void {
    const mentions = distinct(article.mentions.filter(({ modality }) => modality !== 'denied'));
    if (gold.events.length === 0)
      this.slots.silence.judge(mentions.every((m) => gold.optional.some((o) => fits(o, m))));
    scoreKinds(gold, mentions, this.slots['governorate+type']);
    this.events(gold, mentions);
    this.entities(gold, article);
  }

  private events(gold: GoldText, mentions: readonly Mention[]): void {
    const spare = new Set(mentions);
    for (const event of gold.events) {
      const found = [...spare].find((mention) => fits(event, mention));
      if (!found) {
        this.slots.events.misses++;
        this.faults.push(missOf(gold.name, event));
        continue;
      }
      spare.delete(found);
      this.slots.events.hits++;
      this.hits.push({ event, rule: found.rule });
      this.details(gold, event, found);
    }
    for (const mention of spare) {
      if (gold.optional.some((event) => fits(event, mention))) continue;
      this.slots.events.falseAlarms++;
      this.faults.push(extraOf(gold.name, mention));
    }
  }

  private details(gold: GoldText, event: GoldEvent, found: Mention): void {
    const by = blame(gold.name, found);
    const at = `${event.type} ${event.place ?? ''}`;
    const days = [event.day, ...event.dayOk].map((day) => goldDay(day, gold.published));
    this.judged(by, 'day', days.includes(found.date), `${at}: ${found.date}, expected ${days.join(' or ')}`);
    for (const what of ['killed', 'injured'] as const) {
      const [gold, read] = [exact(event[what]), exact(found[what])];
      if (gold === null && read === null) continue;
      const tally = this.slots[what];
      if (gold === read) tally.hits++;
      else {
        if (gold !== null) tally.misses++;
        if (read !== null) tally.falseAlarms++;
        const [came, wanted] = [countOf(found[what]), countOf(event[what])].map((n) => n ?? 'nothing');
        this.faults.push({ ...by, slot: what, what: `${at}: ${came}, expected ${wanted}` });
      }
    }
    const roles = new Set(found.actors.map(({ id, role }) => `${role}:${id}`));
    const free = new Set(
      [...roles].filter((role) => event.actorsOk.includes(role.slice(role.indexOf(':') + 1))),
    );
    this.compared(by, 'roles', rolesOf(event), roles, free, at);
    this.compared(
      by,
      'weapons',
      new Set<string>(event.weapons),
      new Set<string>(found.weapons),
      new Set(event.weaponsOk),
      at,
    );
    this.judged(
      by,
      'modality',
      found.modality === event.modality,
      `${at}: ${found.modality}, expected ${event.modality}`,
    );
  }

  private entities(gold: GoldText, article: ExtractedArticle): void {
    const by = blame(gold.name, null);
    const wanted = new Map(
      homePlaces(gold).flatMap(([gov, names]) => names.map((name) => [placeKey(name), gov] as const)),
    );
    const found = new Map(
      article.places.map((place) => [placeKey(place.surface), place.governorate] as const),
    );
    const free = new Set(gold.placesOk.map(placeKey));
    this.compared(by, 'places', new Set(wanted.keys()), new Set(found.keys()), free, '');
    for (const [name, gov] of wanted) {
      if (!found.has(name)) continue;
      this.judged(
        by,
        'place governorate',
        found.get(name) === gov,
        `${name}: ${found.get(name)}, expected ${gov}`,
      );
    }
    const actors = new Set(article.actors.map(({ id }) => id));
    this.compared(by, 'actors', new Set(gold.actors), actors, new Set(gold.actorsOk), '');
  }

  private judged(by: Blame, slot: Slot, right: boolean, what: string): void {
    this.slots[slot].judge(right);
    if (!right) this.faults.push({ ...by, slot, what });
  }

  private compared(
    by: Blame,
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
      const lists = `missed ${missed.join(', ') || '—'}; extra ${extra.join(', ') || '—'}`;
      this.faults.push({ ...by, slot, what: at === '' ? lists : `${at}: ${lists}` });
    }
  }
}

/** Scores articles against their gold, pair by pair. */
export function score(pairs: readonly (readonly [GoldText, ExtractedArticle])[]): Score {
  const scoring = new Scoring();
  for (const [gold, article] of pairs) scoring.text(gold, article);
  return scoring;
}
