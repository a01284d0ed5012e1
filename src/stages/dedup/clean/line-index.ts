/**
 * The port by which dedup learns what a source repeats in many articles. A sighting is one article's lines; counting
 * articles and not sightings makes a retried job change nothing.
 */
export interface LineSighting {
  readonly source: string;
  /** Id of the article that holds the lines. */
  readonly article: string;
  /** Hashes of its short lines (see `learnableLines`), each once. */
  readonly lines: readonly string[];
}

export interface LineIndex {
  /**
   * Remembers the sightings of a chunk in one call and answers, in the same order and for each line, in how many
   * different articles of that source it has been seen, this one counted in.
   */
  observe(sightings: readonly LineSighting[]): Promise<readonly (readonly number[])[]>;
}

/** A line that so many articles of a source hold is furniture. */
export const LEARNT_AFTER = 5;

/** Remembers in memory, for `analyze` and the tests. */
export class MemoryLineIndex implements LineIndex {
  private readonly seen = new Map<string, Set<string>>();

  async observe(sightings: readonly LineSighting[]): Promise<readonly (readonly number[])[]> {
    return sightings.map(({ source, article, lines }) =>
      lines.map((line) => {
        const key = `${source}\0${line}`;
        const articles = this.seen.get(key) ?? new Set();
        this.seen.set(key, articles.add(article));
        return articles.size;
      }),
    );
  }
}
