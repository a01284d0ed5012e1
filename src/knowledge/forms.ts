/**
 * Lays out the forms of an entry. «(أ|ب)» inside a form is either, «(ال|)ثوار» with or without; with heads, each form
 * stands after each word of the named lists.
 */
import { formWords } from './form-words.ts';
import type { Problems } from './problems.ts';

export interface FormsSpec {
  readonly forms: readonly string[];
  readonly heads?: readonly string[] | undefined;
}

export type Heads = Readonly<Record<string, readonly string[]>>;

/** The normalised word lists of a group; an unknown list of heads or a form without words is a problem. */
export function layOut(spec: FormsSpec, heads: Heads, where: string, problems: Problems): string[][] {
  const bare = spec.forms.flatMap((form) => wordsOf(form, where, problems));
  if (!spec.heads) return bare;
  const before: string[][] = [];
  for (const name of spec.heads) {
    const list = heads[name];
    if (!list)
      problems.add(where, `unknown list of heads «${name}»; known: ${Object.keys(heads).join(', ')}`);
    for (const head of list ?? []) before.push(...wordsOf(head, `heads › ${name}`, problems));
  }
  return bare.flatMap((words) => before.map((head) => [...head, ...words]));
}

function wordsOf(form: string, where: string, problems: Problems): string[][] {
  const spelled = spellOut(form);
  if (!spelled) {
    problems.add(where, `«${form}» has a bracket without its other half; expected (a|b)`);
    return [];
  }
  return spelled.map((spelling) => {
    const words = formWords(spelling);
    if (words.length === 0) problems.add(where, `the form «${form}» holds no word`);
    return words;
  });
}

/** All spellings of a form, brackets (nested or not) resolved; null if unbalanced. */
export function spellOut(form: string): string[] | null {
  const parsed = parseSequence(form, 0);
  return parsed && parsed.end === form.length ? parsed.spellings : null;
}

interface Parsed {
  readonly spellings: string[];
  readonly end: number;
}

function parseSequence(form: string, start: number): Parsed | null {
  let spellings = [''];
  let at = start;
  while (at < form.length && form[at] !== ')' && form[at] !== '|') {
    let pieces: string[];
    if (form[at] === '(') {
      const choice = parseChoice(form, at);
      if (!choice) return null;
      pieces = choice.spellings;
      at = choice.end;
    } else {
      let end = at;
      while (end < form.length && !'()|'.includes(form[end] as string)) end++;
      pieces = [form.slice(at, end)];
      at = end;
    }
    spellings = spellings.flatMap((before) => pieces.map((piece) => before + piece));
  }
  return { spellings, end: at };
}

function parseChoice(form: string, open: number): Parsed | null {
  const spellings: string[] = [];
  let at = open;
  do {
    const branch = parseSequence(form, at + 1);
    if (!branch) return null;
    spellings.push(...branch.spellings);
    at = branch.end;
  } while (form[at] === '|');
  return form[at] === ')' ? { spellings, end: at + 1 } : null;
}
