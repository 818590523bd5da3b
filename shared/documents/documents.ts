import { depthOf } from '../framework/tree.ts';
import { deductionsTable } from './deductions.ts';
import { type Document, documentOfTables } from './document.ts';
import { earlierTables } from './earlier.ts';
import { evidenceTable, hasEvidence } from './evidence.ts';
import type { ResultFacts } from './facts.ts';
import { minutesTable } from './minutes.ts';
import { OPINION_LEVELS, opinionTable } from './opinion.ts';
import { headerFacts } from './project.ts';
import { runningOf } from './running.ts';
import { scoringTable } from './scoring.ts';
import { signaturesTable } from './signatures.ts';
import { summaryTable } from './summary.ts';
import type { Table } from './table.ts';
import { type Language, words } from './words.ts';

/**
 * The documents that this reader gets. Three levels are printed in the form of the Zhongshan
 * reference, any other number in that of Fengshun. Without names there is the sheet and the summary;
 * minutes where notes were taken that this reader may have.
 */
export function documentsOf(facts: ResultFacts, language: Language): Document[] {
  const document = (id: string, name: keyof typeof words, ...tables: [Table, ...Table[]]) =>
    documentOfTables(tables, {
      ...{ id, name: words[name][language], facts: headerFacts(facts, language) },
      running: runningOf(facts, language),
    });
  const isOpinion = depthOf(facts.setup.framework) === OPINION_LEVELS;
  const sheet = (isOpinion ? opinionTable : scoringTable)(facts, language);
  const sheetName = isOpinion ? 'opinionName' : 'scoringName';
  const summary = document('summary', 'summaryName', summaryTable(facts, language));
  if (!facts.signers) return [document('sheet', sheetName, sheet), summary];
  const signatures = signaturesTable(facts.signers, sheet.paper, language);
  const [earlier, ...others] = earlierTables(facts, language);
  return [
    document('sheet', sheetName, sheet, signatures),
    summary,
    document('deductions', 'deductionsName', deductionsTable(facts, language)),
    ...(facts.minutes
      ? [document('minutes', 'minutesName', minutesTable(facts, facts.minutes, language))]
      : []),
    ...(hasEvidence(facts)
      ? [document('evidence', 'evidenceDocument', evidenceTable(facts, language))]
      : []),
    ...(earlier ? [document('earlier', 'earlierName', earlier, ...others)] : []),
  ];
}
