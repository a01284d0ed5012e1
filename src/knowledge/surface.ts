/** Turns a run of tokens into a range with offsets and the words as written. */
import type { Token, TokenRange } from '../arabic/token.ts';

export type SurfaceCutter = (first: number, last: number) => TokenRange & { readonly surface: string };

/** Cuts from the text where it is given; else from the tokens, with one space for any white space between them. */
export function surfaceCutter(tokens: readonly Token[], text: string | undefined): SurfaceCutter {
  return (first, last) => {
    const start = (tokens[first] as Token).start;
    const end = (tokens[last] as Token).end;
    return { first, last, start, end, surface: text?.slice(start, end) ?? join(tokens, first, last) };
  };
}

function join(tokens: readonly Token[], first: number, last: number): string {
  let surface = (tokens[first] as Token).surface;
  for (let i = first + 1; i <= last; i++) {
    const token = tokens[i] as Token;
    surface += token.gap === 'none' ? token.surface : ` ${token.surface}`;
  }
  return surface;
}
