import type { Framework, SelfAssessment } from '../framework/terms.ts';
import {
  DEFAULT_EXPERTS,
  type Expert,
  type ProjectionRules,
  type Rules,
  type Setup,
} from './terms.ts';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Placeholder names: 专家一 … 专家十五. */
export function expertNumbered(index: number): Expert {
  const numeral = index < 10 ? NUMERALS[index]! : `十${NUMERALS[index - 10]!}`;
  return { seat: `e${index + 1}`, name: `专家${numeral}`, title: '', organisation: '' };
}

/** The setup that a new panel starts with. */
export function initialSetup(framework: Framework, selfAssessment: SelfAssessment = {}): Setup {
  return {
    project: { name: '', department: '', unit: '', budget: null, spent: null, period: '' },
    framework,
    selfAssessment,
    evidence: {},
    experts: Array.from({ length: DEFAULT_EXPERTS }, (_, index) => expertNumbered(index)),
    chair: { kind: 'expert', seat: 'e1' },
    rules: {
      policy: 'mean',
      grades: 'guangdong',
      blind: true,
      anonymity: 'named',
      lastReasons: true,
    },
    illustrative: false,
  };
}

/** What the wall shows, also for a panel that was set up before this could be chosen. */
export function projectionRules({ projection }: Pick<Rules, 'projection'>): ProjectionRules {
  return projection ?? { reasons: true, nextSteps: '' };
}

/** Parts that a setup recorded by an earlier version may lack. */
type Later = 'evidence';

/** A setup as some version of the program recorded it. */
export type StoredSetup = Omit<Setup, Later> & Partial<Pick<Setup, Later>>;

/** What a recorded setup means today: a panel recorded yesterday opens as it was. [EV3] */
export function setupOf(stored: StoredSetup): Setup {
  return { ...stored, evidence: stored.evidence ?? {} };
}

/** Do cards of a further round show the last one's reasons, without names? Older setups say nothing. */
export function showsLastReasons({ lastReasons = true }: Pick<Rules, 'lastReasons'>): boolean {
  return lastReasons;
}
