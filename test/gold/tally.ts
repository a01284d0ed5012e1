/** What was found of what there was to find, as precision, recall and F1. */
export class Tally {
  hits = 0;
  falseAlarms = 0;
  misses = 0;

  add<T>(gold: ReadonlySet<T>, found: ReadonlySet<T>, allowed: ReadonlySet<T> = new Set()): void {
    for (const item of gold) found.has(item) ? this.hits++ : this.misses++;
    for (const item of found) if (!gold.has(item) && !allowed.has(item)) this.falseAlarms++;
  }

  judge(right: boolean): void {
    if (right) this.hits++;
    else {
      this.falseAlarms++;
      this.misses++;
    }
  }

  get precision(): number {
    return ratio(this.hits, this.hits + this.falseAlarms);
  }
  get recall(): number {
    return ratio(this.hits, this.hits + this.misses);
  }
  get f1(): number {
    return ratio(2 * this.hits, 2 * this.hits + this.falseAlarms + this.misses);
  }
  get total(): number {
    return this.hits + this.misses;
  }
}

/** With nothing to find and nothing found, all is right. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
