/** Registers a chunk with the seen index and settles a verdict on each of its articles. */
import { conclude, weigh } from './decide.ts';
import type { Registration, SeenEntry, SeenIndex, Sighting, Verdict } from './seen-index.ts';

export interface Settled {
  readonly verdict: Verdict;
  /** The same article, from another file than before. */
  readonly copy: boolean;
}

/** One answer per entry, in order. Verdicts are stored before they are answered. */
export async function settleAll(entries: readonly SeenEntry[], seen: SeenIndex): Promise<Settled[]> {
  if (entries.length === 0) return [];
  const registrations = await seen.register(entries);
  const chunk = new Chunk(seen);
  const settled: Settled[] = [];
  for (let i = 0; i < entries.length; i++) {
    const { copy } = registrations[i] as Registration;
    const verdict = await chunk.judge(registrations[i] as Registration);
    settled.push({ verdict, copy });
  }
  await seen.settle(chunk.fresh);
  return settled;
}

/**
 * The verdicts of one run. An earlier article without a verdict is in another worker's hands or was left by one that
 * died; since a verdict follows from what the index holds and from nothing else, this run works it out itself.
 */
class Chunk {
  readonly fresh: { entry: SeenEntry; verdict: Verdict }[] = [];
  private readonly verdicts = new Map<string, Verdict>();
  private readonly seen: SeenIndex;

  constructor(seen: SeenIndex) {
    this.seen = seen;
  }

  async judge(registration: Registration): Promise<Verdict> {
    const { entry } = registration;
    const known = this.verdicts.get(entry.id) ?? registration.verdict;
    if (known !== null && known !== undefined) return known;
    const weighed = weigh(
      entry,
      registration.earlier.map((sighting) => sighting.entry),
    );
    const nearest = registration.earlier.find((sighting) => sighting.entry.id === weighed.nearest?.entry.id);
    const verdict = conclude(weighed, nearest ? await this.verdictOn(nearest) : null);
    this.verdicts.set(entry.id, verdict);
    this.fresh.push({ entry, verdict });
    return verdict;
  }

  /** Goes back strictly in the order of tickets, so it ends. */
  private async verdictOn({ entry, verdict }: Sighting): Promise<Verdict> {
    const known = verdict ?? this.verdicts.get(entry.id);
    if (known !== undefined) return known;
    const [registration] = await this.seen.register([entry]);
    return this.judge(registration as Registration);
  }
}
