/**
 * The text of a field that holds an amount. Shows what was typed ("12万", "2.50") for as long as
 * that still says the field's value; when the value changes by another hand, shows that.
 */
export class AmountText {
  #typed = $state<string | null>(null);
  readonly #read: (text: string) => number | null;
  readonly #write: (amount: number) => string;

  constructor(read: (text: string) => number | null, write: (amount: number) => string) {
    this.#read = read;
    this.#write = write;
  }

  shown(value: number | null): string {
    const written = value === null ? '' : this.#write(value);
    if (this.#typed === null) return written;
    if (isBlank(this.#typed)) return value === null ? this.#typed : written;
    const said = this.#read(this.#typed);
    return said === null || said === value ? this.#typed : written;
  }

  /** What the typed text says: an amount, null for an empty field, undefined for no amount at all. */
  type(text: string): number | null | undefined {
    this.#typed = text;
    if (isBlank(text)) return null;
    return this.#read(text) ?? undefined;
  }

  /** Something is typed that says no amount. */
  get unreadable(): boolean {
    return this.#typed !== null && !isBlank(this.#typed) && this.#read(this.#typed) === null;
  }

  forget(): void {
    this.#typed = null;
  }
}

const isBlank = (text: string): boolean => text.trim() === '';
