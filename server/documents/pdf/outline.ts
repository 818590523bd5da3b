/** The bookmarks of a PDF: the document, and below it headings and captions as deep as they are. */
export class Outline {
  readonly #doc: PDFKit.PDFDocument;
  readonly #title: string;
  /** The last bookmark of each level, the document's own first. */
  #trail: PDFKit.PDFOutline[] = [];

  constructor(doc: PDFKit.PDFDocument, title: string) {
    this.#doc = doc;
    this.#title = title;
  }

  /** The document's own bookmark, to the page at hand. */
  open(): void {
    this.#trail = [this.#doc.outline.addItem(this.#title, { expanded: true })];
  }

  add({ level, text }: { level: number; text: string }): void {
    const above = this.#trail.slice(0, level);
    this.#trail = [...above, above.at(-1)!.addItem(text, { expanded: true })];
  }
}
