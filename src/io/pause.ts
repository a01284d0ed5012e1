/** A pause between rounds of work, which may be cut short. */
export class Pause {
  private end: () => void = () => {};

  /** Resolves after so many milliseconds, or as soon as it is cut short. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  cutShort(): void {
    this.end();
  }
}
