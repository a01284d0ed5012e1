/**
 * Which rules could have told an event that was missed: those that tell its type, and that a word of its sentence sets
 * off. The sentence is the one that names the event's place, and among several the one that sets off most.
 */
import { splitSentences } from '../../src/arabic/clauses.ts';
import type { Token } from '../../src/arabic/token.ts';
import { tokenise } from '../../src/arabic/tokens.ts';
import type { EventGrammar, EventRule } from '../../src/knowledge/events/grammar.ts';
import { markTokens } from '../../src/stages/extraction/marks.ts';
import type { GoldEvent } from './coding-gold.ts';
import { placeKey } from './fits.ts';

export interface CouldTell {
  readonly rules: readonly string[];
  readonly quote: string;
}

interface Sentence {
  readonly quote: string;
  readonly rules: readonly EventRule[];
}

/** Words that a place's name may have, at most. */
const LONGEST_NAME = 5;

export function couldTell(event: GoldEvent, text: string, grammar: EventGrammar): CouldTell {
  const types = [event.type, ...event.typeOk];
  const names = [event.place, ...event.placeOk].filter((name) => name !== null).map(placeKey);
  const tokens = tokenise(text);
  const sentences = splitSentences(tokens).map(({ first, last, start, end }): Sentence => {
    const own = tokens.slice(first, last + 1);
    const named = names.length === 0 || names.some((name) => isNamed(name, own));
    const marks = named ? markTokens(tokens, first, last + 1, grammar) : [];
    const rules = marks.flatMap(({ triggers }) => triggers.flatMap((trigger) => trigger.rules));
    const fitting = new Set(rules.filter((rule) => types.some((type) => tellsType(rule, type))));
    return { quote: named ? text.slice(start, end) : '', rules: [...fitting] };
  });
  const [best] = [...sentences].sort((a, b) => b.rules.length - a.rules.length);
  const quote = best?.rules.length ? best.quote : (sentences.find((one) => one.quote !== '')?.quote ?? '');
  const rules = [...(best?.rules ?? [])].sort((a, b) => a.order - b.order).map(({ id }) => id);
  return { rules, quote };
}

function tellsType({ type, cases }: EventRule, wanted: GoldEvent['type']): boolean {
  return type === wanted || cases.some((one) => one.type === wanted);
}

function isNamed(name: string, tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => {
    for (let words = 1; words <= LONGEST_NAME; words++) {
      const surface = tokens.slice(at, at + words).map((token) => token.surface);
      const bare = surface.join(' ').replace(/^[وف]?[بل]?(?=\p{L}{3})/u, '');
      if (placeKey(surface.join(' ')) === name || placeKey(bare) === name) return true;
    }
    return false;
  });
}
