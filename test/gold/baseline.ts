/**
 * The baseline: what a day of scripting gives. For each place that the gazetteer finds, the nearest trigger word of
 * its line decides the type; the first number before a word for dead or hurt is the toll. No grammar, no roles.
 */
import type { ExtractedArticle } from '../../src/model/article.ts';
import type { Count, Mention } from '../../src/model/mention.ts';
import { type EventType, groupOf } from '../../src/model/vocabulary.ts';

const TRIGGERS: readonly (readonly [RegExp, EventType])[] = [
  [/غار[ةات]|طيران|براميل|برميل|مروحي|طائر/g, 'air_drone_strike'],
  [/قصف|قذائف|قذيفة|هاون|مدفعي|راجمات|صاروخ/g, 'shelling_artillery_missile'],
  [/اشتباك|معارك|مواجهات|تصدى/g, 'armed_clash'],
  [/سيطر|تحرير|استعاد/g, 'non_state_actor_overtakes_territory'],
  [/عبوة|مفخخة|لغم/g, 'remote_explosive_ied'],
  [/اغتيال|إعدام|مجهولون/g, 'attack'],
  [/مظاهر/g, 'peaceful_protest'],
  [/اعتقل|اعتقال/g, 'arrests'],
];

function countBefore(line: string, words: RegExp): Count | null {
  const match = words.exec(line);
  if (!match?.[1]) return null;
  const n = Number(match[1]);
  return { low: n, best: n, high: n, vague: null };
}

/** The article as the baseline would have coded it: same places, other mentions. */
export function baselineArticle(article: ExtractedArticle): ExtractedArticle {
  const mentions: Mention[] = [];
  for (const place of article.places) {
    const from = article.text.lastIndexOf('\n', place.start) + 1;
    const newline = article.text.indexOf('\n', place.end);
    const line = article.text.slice(from, newline < 0 ? undefined : newline);
    let nearest: { distance: number; type: EventType } | null = null;
    for (const [trigger, type] of TRIGGERS) {
      for (const match of line.matchAll(trigger)) {
        const distance = Math.abs(from + match.index - place.start);
        if (!nearest || distance < nearest.distance) nearest = { distance, type };
      }
    }
    if (!nearest) continue;
    mentions.push({
      id: `${article.id}-${place.start}`,
      section: '',
      rule: 'baseline',
      type: nearest.type,
      group: groupOf(nearest.type),
      date: article.published.date,
      datePrecision: 3,
      dateBasis: 'publication',
      country: place.country,
      governorate: place.governorate,
      statedGovernorate: null,
      place: { id: place.id, name: place.surface, nameEn: null, level: 'adm4', lat: null, lon: null },
      geoPrecision: 1,
      actors: [],
      weapons: [],
      killed: countBefore(line, /(\d+)[^.\d]{0,20}(?:قتيل|شهيد|شهداء|قتلى)/),
      injured: countBefore(line, /(\d+)[^.\d]{0,20}(?:جريح|جرحى|مصاب)/),
      abducted: null,
      detained: null,
      displaced: null,
      groups: {},
      shared: false,
      running: false,
      modality: 'reported',
      attribution: null,
      start: from,
      end: from + line.length,
      quote: line,
    });
  }
  return { ...article, mentions };
}
