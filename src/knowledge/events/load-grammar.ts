/** The event grammar of a loaded pack: its three files put together and compiled once for each pack. */
import type { Knowledge } from '../knowledge.ts';
import {
  compileEventGrammar,
  type EventGrammar,
  EventPhrasesSchema,
  EventRulesSchema,
  EventWordsSchema,
} from './grammar.ts';

const compiled = new WeakMap<Knowledge, EventGrammar>();

/** Grammar from event-words.yaml, event-phrases.yaml and event-rules.yaml. Throws SetupError where they are wrong. */
export function eventGrammarOf(knowledge: Knowledge): EventGrammar {
  const known = compiled.get(knowledge);
  if (known) return known;
  const grammar = compileEventGrammar({
    ...knowledge.part('event-words', EventWordsSchema),
    ...knowledge.part('event-phrases', EventPhrasesSchema),
    ...knowledge.part('event-rules', EventRulesSchema),
  });
  compiled.set(knowledge, grammar);
  return grammar;
}
