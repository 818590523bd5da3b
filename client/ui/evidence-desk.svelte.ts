import { createContext } from 'svelte';
import { type EvidenceItem, isImage } from '../../shared/panel/evidence.ts';

/** An item that a browser can show beside the page. */
export type Showable = EvidenceItem & { file: NonNullable<EvidenceItem['file']> };

/** Can this browser show the item inside the page? Many tablets can't show a PDF there. */
export function isShowable(item: EvidenceItem): item is Showable {
  if (!item.file) return false;
  return item.file.kind === 'pdf' ? navigator.pdfViewerEnabled : isImage(item.file.kind);
}

/**
 * The reader's evidence: where the files of the panel are, and which one lies open. It is opened from
 * deep inside three pages that otherwise have no need to know whose they are.
 */
export class EvidenceDesk {
  open = $state.raw<Showable | null>(null);
  /** What had the focus before, to give it back. */
  #before: HTMLElement | null = null;

  /** `files`: where this seat finds the files of its panel. */
  constructor(readonly files: string) {}

  addressOf({ file }: Showable): string {
    return `${this.files}/${file.digest}`;
  }

  show(item: Showable): void {
    if (!this.open && document.activeElement instanceof HTMLElement)
      this.#before = document.activeElement;
    this.open = item;
  }

  close(): void {
    this.open = null;
    this.#before?.focus();
    this.#before = null;
  }
}

export const [useEvidence, provideEvidence] = createContext<EvidenceDesk>();
