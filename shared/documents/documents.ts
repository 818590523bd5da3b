import { depthOf } from '../framework/tree.ts';
import { ANALYSIS_TITLE, analysisBlocks } from './analysis.ts';
import { hasCard } from './cards.ts';
import { deductionsTable } from './deductions.ts';
import { type Block, type Document, documentOfTables } from './document.ts';
import { earlierTables } from './earlier.ts';
import { evidenceTable, hasEvidence } from './evidence.ts';
import { expertCardTable } from './expert-card.ts';
import type { ResultFacts } from './facts.ts';
import { MINUTES_TITLE, minutesBlocks, minutesFacts } from './meeting-minutes.ts';
import { pledgeDocument, signInDocument } from './forms.ts';
import { CERTIFICATE_TITLE, certificateBlocks } from './certificate.ts';
import { OPINION_LEVELS, opinionTable } from './opinion.ts';
import { headerFacts } from './project.ts';
import { runningOf } from './running.ts';
import { scoreSummaryTable } from './score-summary.ts';
import { scoringTable } from './scoring.ts';
import { soundOrRefused } from './refused.ts';
import { signaturesTable } from './signatures.ts';
import { summaryTable } from './summary.ts';
import type { Table } from './table.ts';
import { type Language, words } from './words.ts';

const NAMES = {
  analysis: ANALYSIS_TITLE,
  scores: { zh: '专家评分汇总', en: 'Scores by expert' },
  card: { zh: '专家评分表', en: 'Scorecard' },
  minutes: { zh: '会议记录', en: 'Minutes' },
  certificate: { zh: '封存证书', en: 'Certificate' },
};

/**
 * The documents that this reader gets. Three levels are printed in the form of the Zhongshan
 * reference, any other number in that of Fengshun. Without names there is the sheet and the summary.
 * A document with a sum that does not add up is not among them: in its place stands which one.
 */
export function documentsOf(facts: ResultFacts, language: Language): Document[] {
  return draftDocuments(facts, language).map((document) => soundOrRefused(document, language));
}

/** The same before anybody has added up what they print. */
export function draftDocuments(facts: ResultFacts, language: Language): Document[] {
  const rest = { facts: headerFacts(facts, language), running: runningOf(facts, language) };
  const document = (id: string, name: keyof typeof words, ...tables: [Table, ...Table[]]) =>
    documentOfTables(tables, { ...rest, id, name: words[name][language] });
  const isOpinion = depthOf(facts.setup.framework) === OPINION_LEVELS;
  const sheet = (isOpinion ? opinionTable : scoringTable)(facts, language);
  const sheetName = isOpinion ? 'opinionName' : 'scoringName';
  const summary = document('summary', 'summaryName', summaryTable(facts, language));
  if (!facts.signers) return [document('sheet', sheetName, sheet), summary];
  const signaturesOn = ({ paper }: Table) => signaturesTable(facts.signers!, paper, language);
  const text = (id: keyof typeof NAMES, title: Record<Language, string>, blocks: Block[]) => ({
    ...{ ...rest, id, name: NAMES[id][language], title: title[language] },
    ...{ paper: 'portrait' as const, blocks },
  });
  const scores = scoreSummaryTable(facts, language);
  const [earlier, ...others] = earlierTables(facts, language);
  return [
    document('sheet', sheetName, sheet, signaturesOn(sheet)),
    summary,
    document('deductions', 'deductionsName', deductionsTable(facts, language)),
    text('analysis', ANALYSIS_TITLE, analysisBlocks(facts, language)),
    documentOfTables([scores, signaturesOn(scores)], {
      ...{ ...rest, id: 'scores', name: NAMES.scores[language] },
    }),
    ...cardDocuments(facts, rest, language),
    {
      ...text('minutes', MINUTES_TITLE, minutesBlocks(facts, language)),
      facts: [...rest.facts, ...minutesFacts(facts, language)],
    },
    ...(hasEvidence(facts)
      ? [document('evidence', 'evidenceDocument', evidenceTable(facts, language))]
      : []),
    ...(earlier ? [document('earlier', 'earlierName', earlier, ...others)] : []),
    signInDocument(facts.setup, rest.running.code, language),
    pledgeDocument(facts.setup, facts.attendance?.recusals ?? [], rest.running.code, language),
    ...(facts.seal
      ? [text('certificate', CERTIFICATE_TITLE, certificateBlocks(facts, facts.seal, language))]
      : []),
  ];
}

/** One for each expert with a card that this reader may see. */
function cardDocuments(
  facts: ResultFacts,
  rest: Pick<Document, 'facts' | 'running'>,
  language: Language,
): Document[] {
  return facts.scorecards.filter(hasCard).map((card) => {
    const person = [card.name, card.title, card.organisation].filter(Boolean).join(' ');
    return documentOfTables([expertCardTable(facts, card, language)], {
      ...{ id: `card-${card.seat}`, name: `${NAMES.card[language]}-${card.name}` },
      group: NAMES.card[language],
      facts: [...rest.facts, { label: words.expert[language], value: person }],
      running: rest.running,
    });
  });
}
