import { formatPoints } from '../framework/points.ts';
import { leavesOf } from '../framework/tree.ts';
import type { SeatId } from '../panel/terms.ts';
import { formatMoment } from './dates.ts';
import { type EarlierFacts, type ResultFacts, shortCode } from './facts.ts';
import { narratorFor } from './narrator.ts';
import { signaturesTable } from './signatures.ts';
import { cell, headOf, type Table } from './table.ts';
import { type Language, say, words } from './words.ts';

/** What was concluded before the panel was reopened: each result with its signatures, as it was. */
export function earlierTables({ setup, earlier }: ResultFacts, language: Language): Table[] {
  return earlier.flatMap((result) => [
    resultTable(setup, result, language),
    {
      ...signaturesTable(result.signers, 'portrait', language),
      title: say(words.earlierSignatures, language, { n: result.number }),
    },
  ]);
}

function resultTable(setup: ResultFacts['setup'], result: EarlierFacts, language: Language): Table {
  const w = (key: keyof typeof words) => words[key][language];
  const label = (text: string) => cell('label', text, 1, 2);
  const heads = ['indicator', 'points', 'score', 'reason'] as const;
  return {
    title: say(words.earlierTitle, language, { n: result.number }),
    paper: 'portrait',
    widths: [60, 16, 16, 88],
    head: headOf(heads.map(w)),
    body: leavesOf(setup.framework).map(({ id, path, points }) => {
      const decision = result.decisions[id];
      return [
        cell('leaf', path.join(' / ')),
        cell('number', formatPoints(points)),
        cell('number', decision ? formatPoints(decision.score) : ''),
        cell('text', decision?.reason ?? ''),
      ];
    }),
    foot: [
      [
        label(w('scoreSum')),
        cell('number', formatPoints(result.total)),
        cell('text', say(words.earlierGrade, language, { grade: result.grade })),
      ],
      [cell('note', storyOf(setup, result, language), 1, 4)],
    ],
  };
}

/** When it was concluded and sealed, who asked to reopen it and why, and who approved. */
function storyOf(setup: ResultFacts['setup'], result: EarlierFacts, language: Language): string {
  const office = (seat: SeatId) => narratorFor(setup).office(seat, language);
  const at = (iso: string) => formatMoment(iso, language);
  const { concludedAt, seal, reopened } = result;
  const sealed = seal
    ? say(words.earlierSealed, language, { time: at(seal.at), code: shortCode(seal.head) })
    : say(words.earlierUnsealed, language);
  return [
    say(words.earlierConcluded, language, { time: at(concludedAt) }) + sealed,
    say(words.earlierReopened, language, {
      ...{
        time: at(reopened.approvedAt),
        asker: office(reopened.by),
        approver: office(reopened.approvedBy),
      },
      reason: reopened.reason,
    }),
  ].join('\n');
}
