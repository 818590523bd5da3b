import { changedSince } from '../panel/analysis.ts';
import type { PanelState } from '../panel/state.ts';
import type { SeatId } from '../panel/terms.ts';

/** What stands in place of drafts of the analysis. */
export interface AnalysisView {
  /** Of the decisions; what `write-analysis` sends back as `answers` for a text written on them. */
  edition: number;
  /** By part (`problems`, `suggestions`, `leaf:<id>`): those that somebody wrote once. */
  parts: Record<string, AnalysisPart>;
}

export interface AnalysisPart {
  /** null: taken back, the draft stands. */
  text: string | null;
  /** What `write-analysis` sends back as `base`; 0 for a part that is not listed. */
  edition: number;
  answers: number;
  by: SeatId;
  /** ISO time. */
  at: string;
  /** Leaf ids whose decisions say something else now than what the text answers. */
  changed: string[];
}

/**
 * The words of the analysis as chair and secretary write them. [VW8] Experts are sent them with the
 * conclusion, as they are filed; the projection never.
 */
export function analysisView({ analysis }: PanelState): AnalysisView {
  const parts = Object.entries(analysis.parts).map(([part, written]) => {
    const { text, edition, answers, by, at } = written;
    return [
      part,
      { text, edition, answers, by, at, changed: changedSince(analysis, part) },
    ] as const;
  });
  return { edition: analysis.edition, parts: Object.fromEntries(parts) };
}
