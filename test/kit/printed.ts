import type { Document } from '../../shared/documents/document.ts';
import { documentsOf } from '../../shared/documents/documents.ts';
import { type ResultFacts, resultFacts } from '../../shared/documents/facts.ts';
import type { Language } from '../../shared/documents/words.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import { paperFor } from '../../shared/views/paper.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import type { Story } from './panel.ts';
import {
  concludedReference,
  eventfulReference,
  type ReferenceId,
  sealedReference,
} from './reference-panel.ts';

/** A head of a log; its short code is on every page. */
export const SEAL_HEAD = 'a1b2c3d4e5f60718'.padEnd(64, '0');

export function factsOf(story: Story, seat: SeatId = 'secretary'): ResultFacts {
  const paper = paperFor('p', story.state, seat)!;
  return resultFacts(paper, viewFor(story.state, seat, SEAL_HEAD)!)!;
}

/** A printed reference, with what a message about it names it by. */
export interface Printed {
  name: string;
  language: Language;
  document: Document;
}

/** Every document of both references: sealed in Chinese, as a draft in English. */
export function printedReferences(): Printed[] {
  const references: ReferenceId[] = ['fengshun-2023', 'zhongshan-2019'];
  return references.flatMap((id) => [
    ...printed(id, sealedReference(id), 'zh'),
    ...printed(id, concludedReference(id), 'en'),
  ]);
}

export function printed(id: string, story: Story, language: Language): Printed[] {
  return documentsOf(factsOf(story), language).map((document) => ({
    ...{ name: `${id} ${document.id} ${language}`, language, document },
  }));
}

/** So many experts sit in the panels with hard contents. */
const HARD: Record<ReferenceId, number> = { 'fengshun-2023': 5, 'zhongshan-2019': 15 };

/** What is looked at: both references sealed, as drafts and with hard contents, in both languages. */
export function printedForLook(): Printed[] {
  const references: ReferenceId[] = ['fengshun-2023', 'zhongshan-2019'];
  const languages: Language[] = ['zh', 'en'];
  return references.flatMap((id) =>
    languages.flatMap((language) => [
      ...printed(`${id}-sealed`, sealedReference(id), language),
      ...printed(`${id}-draft`, concludedReference(id), language),
      ...printed(`${id}-hard`, eventfulReference(id, HARD[id]), language),
    ]),
  );
}
