/** The coarsest slot: whether a text's kinds of events are told of the right governorates, each once. */
import type { Mention } from '../../src/model/mention.ts';
import type { GoldEvent, GoldText } from './coding-gold.ts';
import type { Tally } from './tally.ts';

export function scoreKinds(gold: GoldText, mentions: readonly Mention[], tally: Tally): void {
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
