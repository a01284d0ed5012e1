/** The section index of one process: `analyze` and the tests use it. Nothing expires while the process lives. */
import { AlikeShelf } from '../../arabic/likeness/alike-shelf.ts';
import { shinglesOf } from '../../arabic/likeness/shingles.ts';
import { daysAround, MOST_ALIKE, type SectionEntry, type SectionIndex } from './section-index.ts';

export class MemorySectionIndex implements SectionIndex {
  /** Places in `entries`, by governorate and day. */
  private readonly blocks = new Map<string, AlikeShelf>();
  /** In the order they were registered. */
  private readonly entries: SectionEntry[] = [];
  private readonly order = new Map<string, number>();

  async register(entries: readonly SectionEntry[]): Promise<readonly (readonly SectionEntry[])[]> {
    for (const entry of entries) this.add(entry);
    return entries.map((entry) => this.earlierThan(entry));
  }

  private add(entry: SectionEntry): void {
    if (this.order.has(entry.id)) return;
    const place = this.entries.push(entry) - 1;
    this.order.set(entry.id, place);
    const shingles = shinglesOf(entry.words);
    for (const governorate of entry.governorates) {
      const key = `${governorate} ${entry.day}`;
      const shelf = this.blocks.get(key) ?? new AlikeShelf();
      this.blocks.set(key, shelf);
      shelf.add(place, shingles);
    }
  }

  private earlierThan(entry: SectionEntry): SectionEntry[] {
    const own = this.order.get(entry.id) ?? 0;
    const shingles = shinglesOf(entry.words);
    const mayAnswer = (place: number): boolean =>
      place < own && this.entries[place]?.article !== entry.article;
    const found = new Set<number>();
    for (const governorate of entry.governorates) {
      for (const day of daysAround(entry.day)) {
        const shelf = this.blocks.get(`${governorate} ${day}`);
        for (const place of shelf?.likest(shingles, MOST_ALIKE, mayAnswer) ?? []) found.add(place);
      }
    }
    return [...found].sort((a, b) => a - b).map((place) => this.entries[place] as SectionEntry);
  }
}
