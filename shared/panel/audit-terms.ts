import type { Points } from '../framework/points.ts';
import type { Wording } from '../framework/wording.ts';
import type { PartId } from './analysis.ts';

export type AuditCode =
  | Wording['code']
  | 'points-differ'
  | 'sum-differs'
  | 'grade-differs'
  | 'deduction-differs'
  | 'reason-missing'
  | 'text-differs'
  | 'text-unfinished'
  | 'text-outdated';

/** Something that does not agree with itself. An error keeps the panel from concluding. */
export interface AuditFinding {
  code: AuditCode;
  severity: 'error' | 'warning';
  /** The leaf or level it is about; null: the whole. */
  indicator: string | null;
  /** The text of the analysis that says it; null: it stands elsewhere. */
  part: PartId | null;
  /** Where in the row of the indicator it stands: its name unless another cell says it. */
  cell: 'name' | 'criteria';
  zh: string;
  en: string;
}

/** What was settled so far, and what it is said to come to. */
export interface Settled {
  decisions: Readonly<Record<string, { score: Points; reason: string }>>;
  levels: Readonly<Record<string, { score: Points; points: Points }>>;
  total: Points;
  /** null as long as something is undecided. */
  grade: string | null;
}

export function finding(
  code: AuditCode,
  severity: AuditFinding['severity'],
  indicator: string | null,
  zh: string,
  en: string,
  part: PartId | null = null,
): AuditFinding {
  return { code, severity, indicator, part, cell: 'name', zh, en };
}
