/** Union-find over names. The root of a set is its smallest name, so that the order of unions does not show. */
export class DisjointSets {
  private readonly parents = new Map<string, string>();

  find(name: string): string {
    let root = name;
    for (let up = this.parents.get(root); up !== undefined; up = this.parents.get(root)) root = up;
    let at = name;
    while (at !== root) {
      const next = this.parents.get(at) as string;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }

  unite(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a === b) return;
    if (a < b) this.parents.set(b, a);
    else this.parents.set(a, b);
  }
}
