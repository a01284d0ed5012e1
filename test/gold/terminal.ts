/** Text laid out for a terminal of 120 columns. */
export const COLUMNS = 120;

/** Columns that a text takes: combining marks and marks of direction take none. */
export function widthOf(text: string): number {
  return [...text.replace(/[\p{Mn}\p{Cf}]/gu, '')].length;
}

/** The text on one line of so many columns, cut with an ellipsis. */
export function fitted(text: string, columns: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (widthOf(line) <= columns) return line;
  let short = '';
  for (const letter of line) {
    if (widthOf(short + letter) > columns - 1) break;
    short += letter;
  }
  return `${short.trimEnd()}…`;
}

/** Words side by side, as many as a line holds. */
export function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last}  ${word}`) <= COLUMNS) lines[lines.length - 1] += `  ${word}`;
    else lines.push(`  ${word}`);
  }
  return lines.join('\n');
}

/** A table without rules: the first column to the left, the others to the right. */
export function columns(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => widthOf(row[at] ?? ''))));
  return [head, ...rows].map((row) =>
    row
      .map((cell, at) => {
        const room = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
        return at === 0 ? cell + room : room + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
