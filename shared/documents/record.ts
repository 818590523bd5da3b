import { type Document, documentOfTables } from './document.ts';
import type { ResultFacts } from './facts.ts';
import { headerFacts } from './project.ts';
import { runningOf } from './running.ts';
import { recordTable, type Sentence } from './sentences.ts';
import { type Language, words } from './words.ts';

/** The log in sentences as a document, for those who may read it. */
export function recordDocument(
  sentences: readonly Sentence[],
  facts: ResultFacts,
  language: Language,
): Document {
  return documentOfTables([recordTable(sentences, language)], {
    ...{ id: 'record', name: words.recordName[language] },
    ...{ facts: headerFacts(facts, language), running: runningOf(facts, language) },
  });
}
