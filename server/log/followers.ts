/** Those who want to hear that a panel grew. */
export class Followers {
  #all = new Set<(panel: string) => void>();

  get size(): number {
    return this.#all.size;
  }

  add(grown: (panel: string) => void): () => void {
    this.#all.add(grown);
    return () => this.#all.delete(grown);
  }

  /**
   * Each follower runs on its own: one that throws is an uncaught error of the program, as it is
   * for any listener, and neither stops the others nor breaks the append that is being answered.
   */
  tell(panel: string): void {
    for (const grown of this.#all) queueMicrotask(() => grown(panel));
  }
}
