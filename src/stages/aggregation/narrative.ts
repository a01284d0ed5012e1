/** The few sentences, in both languages, that tell a day in one place. */
import type { NashraEvent, SummaryContent } from '../../model/summary.ts';
import { narrateArabic } from './narrative-ar.ts';
import { narrateEnglish } from './narrative-en.ts';
import type { SummaryKnowledge } from './summary-knowledge.ts';

/** `content` without its narrative yet; all else in it must be final. */
export function narrate(
  content: SummaryContent,
  events: readonly NashraEvent[],
  knowledge: SummaryKnowledge,
): SummaryContent['narrative'] {
  return { ar: narrateArabic(content, events, knowledge), en: narrateEnglish(content, events, knowledge) };
}
