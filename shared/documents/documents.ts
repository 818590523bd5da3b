import { depthOf } from '../framework/tree.ts';
import { deductionsTable } from './deductions.ts';
import { earlierTables } from './earlier.ts';
import { evidenceTable, hasEvidence } from './evidence.ts';
import type { ResultFacts } from './facts.ts';
import { minutesTable } from './minutes.ts';
import { OPINION_LEVELS, opinionTable } from './opinion.ts';
import { scoringTable } from './scoring.ts';
import { signaturesTable } from './signatures.ts';
import { summaryTable } from './summary.ts';
import type { Table } from './table.ts';
import type { Language } from './words.ts';

export type DocumentId = 'sheet' | 'summary' | 'deductions' | 'minutes' | 'evidence' | 'earlier';

/** A document: its tables in printing order, the main one first. */
export interface Document {
  id: DocumentId;
  tables: Table[];
}

/**
 * The documents that this reader gets. Three levels are printed in the form of the Zhongshan
 * reference, any other number in that of Fengshun. Without names there is the sheet and the summary;
 * minutes where notes were taken that this reader may have.
 */
export function documentsOf(facts: ResultFacts, language: Language): Document[] {
  const form = depthOf(facts.setup.framework) === OPINION_LEVELS ? opinionTable : scoringTable;
  const sheet = form(facts, language);
  const summary: Document = { id: 'summary', tables: [summaryTable(facts, language)] };
  if (!facts.signers) return [{ id: 'sheet', tables: [sheet] }, summary];
  const signatures = signaturesTable(facts.signers, sheet.paper, language);
  const minutes: Document[] = facts.minutes
    ? [{ id: 'minutes', tables: [minutesTable(facts, facts.minutes, language)] }]
    : [];
  return [
    { id: 'sheet', tables: [sheet, signatures] },
    summary,
    { id: 'deductions', tables: [deductionsTable(facts, language)] },
    ...minutes,
    ...(hasEvidence(facts)
      ? [{ id: 'evidence' as const, tables: [evidenceTable(facts, language)] }]
      : []),
    ...(facts.earlier.length > 0
      ? [{ id: 'earlier' as const, tables: earlierTables(facts, language) }]
      : []),
  ];
}
