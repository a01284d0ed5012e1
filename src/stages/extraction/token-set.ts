/** Some of the tokens of a stretch; tokens outside it are never among them. */
export class TokenSet {
  readonly #from: number;
  /** An array: to make a typed one of some hundred bytes takes longer than to fill it. */
  readonly #flags: number[];

  constructor(from: number, to: number) {
    this.#from = from;
    this.#flags = new Array<number>(Math.max(0, to - from)).fill(0);
  }

  has(at: number): boolean {
    return this.#flags[at - this.#from] === 1;
  }

  add(at: number): void {
    this.#flags[at - this.#from] = 1;
  }

  delete(at: number): void {
    this.#flags[at - this.#from] = 0;
  }
}
