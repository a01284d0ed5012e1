/** The section index of one process: `analyze` and the tests use it. Nothing expires while the process lives. */
import { daysAround, type SectionEntry, type SectionIndex } from './section-index.ts';

export class MemorySectionIndex implements SectionIndex {
  /** Entries by governorate and day, in the order they were registered. */
  private readonly blocks = new Map<string, SectionEntry[]>();
  private readonly order = new Map<string, number>();

  async register(entries: readonly SectionEntry[]): Promise<readonly (readonly SectionEntry[])[]> {
    for (const entry of entries) this.add(entry);
    return entries.map((entry) => this.earlierThan(entry));
  }

  private add(entry: SectionEntry): void {
    if (this.order.has(entry.id)) return;
    this.order.set(entry.id, this.order.size);
    for (const governorate of entry.governorates) {
      const key = `${governorate} ${entry.day}`;
      const block = this.blocks.get(key);
      if (block) block.push(entry);
      else this.blocks.set(key, [entry]);
    }
  }

  private earlierThan(entry: SectionEntry): SectionEntry[] {
    const own = this.order.get(entry.id) ?? 0;
    const found = new Map<string, SectionEntry>();
    for (const governorate of entry.governorates) {
      for (const day of daysAround(entry.day)) {
        for (const other of this.blocks.get(`${governorate} ${day}`) ?? []) {
          if (other.article !== entry.article && (this.order.get(other.id) ?? own) < own)
            found.set(other.id, other);
        }
      }
    }
    const rank = (id: string): number => this.order.get(id) ?? 0;
    return [...found.values()].sort((a, b) => rank(a.id) - rank(b.id));
  }
}
