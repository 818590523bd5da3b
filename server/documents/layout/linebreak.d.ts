/** The package ships no types. */
declare module 'linebreak' {
  /** Unicode's line breaking algorithm (UAX #14) over a string. */
  class LineBreaker {
    constructor(text: string);
    /** The next place where a line may end, as an offset; null after the last. */
    nextBreak(): { position: number; required: boolean } | null;
  }
  export = LineBreaker;
}
