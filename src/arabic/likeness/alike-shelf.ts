/**
 * Finds, among many texts, those that share most with one, without looking at each: a list of texts for each shingle.
 * A shingle that many texts hold is a formula and tells little, so its list is closed when full and its weight is low;
 * thereby both filling the shelf and asking it take time linear in the words, however many alike texts there are.
 */

/** Texts in the list of a shingle beyond which it counts as a formula; the oldest stay, being the originals. */
const FULL = 16;

export class AlikeShelf {
  private readonly lists = new Map<number, number[]>();

  /** Puts text `item` (any number that the caller knows it by) on the shelf. */
  add(item: number, shingles: ArrayLike<number>): void {
    for (let i = 0; i < shingles.length; i++) {
      const shingle = shingles[i] as number;
      const list = this.lists.get(shingle);
      if (list === undefined) this.lists.set(shingle, [item]);
      else if (list.length < FULL && list[list.length - 1] !== item) list.push(item);
    }
  }

  /** Up to `most` of the texts that share shingles, those with the most and rarest in common; in the order of items. */
  likest(
    shingles: ArrayLike<number>,
    most: number,
    accept: (item: number) => boolean = () => true,
  ): number[] {
    const weights = new Map<number, number>();
    for (let i = 0; i < shingles.length; i++) {
      const list = this.lists.get(shingles[i] as number);
      if (list === undefined) continue;
      const weight = FULL / list.length;
      for (let at = 0; at < list.length; at++) {
        const item = list[at] as number;
        weights.set(item, (weights.get(item) ?? 0) + weight);
      }
    }
    const found = [...weights].filter(([item]) => accept(item));
    if (found.length > most) found.sort(([a, weightA], [b, weightB]) => weightB - weightA || a - b);
    return found
      .slice(0, most)
      .map(([item]) => item)
      .sort((a, b) => a - b);
  }
}
