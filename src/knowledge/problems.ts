/** What is wrong in a country pack, gathered so that an analyst sees everything at once and not one error a run. */
import type { z } from 'zod';
import { SetupError } from '../errors.ts';

export class Problems {
  readonly list: string[] = [];

  /** `where` names the file and the entry; `what` says what came and what was expected. */
  add(where: string, what: string): void {
    this.list.push(`${where}: ${what}`);
  }

  /** Throws one {@link SetupError} that tells all problems, or does nothing where there is none. */
  throwIfAny(): void {
    if (this.list.length === 0) return;
    const many = this.list.length === 1 ? 'a problem' : `${this.list.length} problems`;
    throw new SetupError(`the country pack has ${many}:\n  ${this.list.join('\n  ')}`);
  }
}

/**
 * Parses what a file of the pack holds. What does not fit the schema is added to `problems`, each naming file, entry,
 * what came and what was expected; the answer is then null.
 */
export function parsePart<T>(
  file: string,
  data: unknown,
  schema: z.ZodType<T>,
  problems: Problems,
): T | null {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const { entry, came } = locate(data, issue.path);
    problems.add(entry ? `${file} › ${entry}` : file, `${issue.message}${came}`);
  }
  return null;
}

/** Names the way to a value by the ids of the entries on it: `actors › hezbollah › forms › 2`. */
function locate(data: unknown, path: readonly PropertyKey[]): { entry: string; came: string } {
  const names: string[] = [];
  let value = data;
  for (const key of path) {
    value =
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
    const id = typeof key === 'number' ? idOf(value) : null;
    names.push(id ?? String(key));
  }
  const shown = value === undefined ? '' : ` (came: ${JSON.stringify(value)?.slice(0, 80)})`;
  return { entry: names.join(' › '), came: shown };
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}
