/** The few sentences, in both languages, that tell a day in one place. */
import type { NashraEvent, SummaryContent } from '../../model/summary.ts';
import type { SummaryKnowledge } from './summary-knowledge.ts';

export function narrate(
  content: SummaryContent,
  events: readonly NashraEvent[],
  knowledge: SummaryKnowledge,
): SummaryContent['narrative'] {
  void content;
  void events;
  void knowledge;
  return { ar: '', en: '' };
}
