import type { GradePreset, Policy } from '../consensus/terms.ts';
import type { Framework, SelfAssessment } from '../framework/terms.ts';
import type { Evidence } from './evidence.ts';
import type { Allotments } from './timing.ts';

/** The order of a panel's life; later rounds return from `revealed` to `scoring`. */
export const PHASES = ['setup', 'scoring', 'revealed', 'concluded', 'sealed'] as const;
export type Phase = (typeof PHASES)[number];

export type Role = 'secretary' | 'chair' | 'expert' | 'projection';

/**
 * A place at the table: `secretary`, `projection`, `chair` (one who doesn't score) or an expert's
 * `e1` … `e15`. Authority is looked up from panel state by seat, never taken from a message.
 */
export type SeatId = string;

/**
 * `e1.r1`: seat e1's scorecard in round 1. `e1.r1.paper`: the same from paper, keyed in by the secretary. `sheet`: the consensus sheet. `notes`: the secretary's notes
 * of the discussion.
 */
export type CardId = string;
export const SHEET: CardId = 'sheet';
export const NOTES: CardId = 'notes';

/** The Ed25519 key that signs the checkpoints of a panel's log; the first entry binds it. */
export interface SealKey {
  /** Base64 of the public key: SubjectPublicKeyInfo in DER (RFC 8410). */
  public: string;
  /** Hex SHA-256 of that DER: what is printed. */
  fingerprint: string;
}

export interface Project {
  name: string;
  department: string;
  unit: string;
  /** Fen (hundredths of a yuan), or null where not known. */
  budget: number | null;
  spent: number | null;
  period: string;
}

export interface Person {
  name: string;
  /** Title or qualification. */
  title: string;
  organisation: string;
}

export interface Expert extends Person {
  seat: SeatId;
}

/** One of the experts by seat, or a person who doesn't score and sits at seat `chair`. */
export type Chair = { kind: 'expert'; seat: SeatId } | ({ kind: 'separate' } & Person);

export const ANONYMITY = ['named', 'anonymous'] as const;
/** What experts see of each other after the reveal. */
export type Anonymity = (typeof ANONYMITY)[number];

export interface Rules {
  policy: Policy;
  grades: GradePreset;
  /** Blind: nobody sees another's score before the reveal. Open: aggregates show while scoring. */
  blind: boolean;
  anonymity: Anonymity;
  /** Read with `showsLastReasons`. */
  lastReasons?: boolean;
  /** What the wall shows; absent in panels recorded before it could be set, see `projectionRules`. */
  projection?: ProjectionRules;
  /** Read with `allotmentsOf`. */
  allotments?: Allotments;
}

export interface ProjectionRules {
  /** Are the experts' reasons shown, without names? */
  reasons: boolean;
  /** Lines of the last slide; '' for the usual ones. */
  nextSteps: string;
}

/** Everything the secretary prepares; frozen when the first round opens. */
export interface Setup {
  project: Project;
  framework: Framework;
  selfAssessment: SelfAssessment;
  evidence: Evidence;
  experts: Expert[];
  chair: Chair;
  rules: Rules;
  /** Scores in this panel were made up for a demonstration; every page says so. */
  illustrative: boolean;
}

/** The parts of a setup that are saved separately, so that two devices rarely collide. */
export const SECTIONS = [
  'project',
  'framework',
  'selfAssessment',
  'evidence',
  'experts',
  'chair',
  'rules',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What a sitting of several projects settles for all of them; each panel takes it over. */
export const SHARED_SECTIONS = ['experts', 'chair', 'rules'] as const satisfies Section[];
export type SharedSection = (typeof SHARED_SECTIONS)[number];
/** Who sits in a panel or in a sitting. */
export type People = Pick<Setup, 'experts' | 'chair'>;

/** As many as a card's id can name. */
export const MAX_ROUNDS = 99;
export const MIN_EXPERTS = 2;
export const MAX_EXPERTS = 15;
export const DEFAULT_EXPERTS = 5;
/** Characters of a name, title, organisation or project fact. */
export const MAX_FACT = 200;
/** Characters of the last slide of the projection: four short lines. */
export const MAX_NEXT_STEPS = 160;
export const MAX_DISSENT = 2000;
