/** Promises that wait for one moment, which comes again and again. */
export class Waiters {
  #waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];

  wait(): Promise<void> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** The moment has come, or (with an error) never will. */
  settle(error?: Error): void {
    for (const { resolve, reject } of this.#waiting.splice(0)) {
      if (error) reject(error);
      else resolve();
    }
  }
}
