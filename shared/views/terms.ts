import type { GradeBand, Policy } from '../consensus/terms.ts';
import type { Shift, Stability } from '../consensus/stability.ts';
import type { Points } from '../framework/points.ts';
import type { Decision } from '../panel/commands.ts';
import type { Slide } from '../panel/stage.ts';
import type { Notes } from '../panel/notes.ts';
import type { CardContent, CardLine } from '../scorecard/terms.ts';
import type { Ink } from '../panel/ink.ts';
import type { CardId, Phase, Role, SeatId, Setup } from '../panel/terms.ts';
import type { Timing } from '../panel/timing.ts';
import type { Basis } from '../scorecard/basis.ts';
import type { AnalysisView } from './analysis.ts';

/**
 * What a role is sent. Views are other types than the state, built field by field in this folder:
 * a field that nobody lists here is sent to nobody. All points are hundredths.
 */
export type View = ExpertView | ChairView | SecretaryView | ProjectionView;

/** Sent apart from the views because it is large and changes only while the secretary prepares. */
export interface Paper {
  panel: string;
  /** The sitting that settles people, rules and links for this panel; null for one of its own. */
  sitting: string | null;
  /** The setup counter; a higher one replaces the paper whole. Writers send it back as `base`. */
  revision: number;
  /** The projection's has no people in it; an expert's has no framework before the first round. */
  setup: Setup;
  bands: GradeBand[];
}

interface Common {
  role: Role;
  seat: SeatId;
  /** Rises with whatever this reader may know of (version.ts); an older view is dropped. */
  version: number;
  phase: Phase;
  round: number;
  timing: Timing;
  /** Leaf ids that the round scores, in printing order; none before the first. */
  roundLeaves: string[];
  /** ISO time the round opened, or null before it. */
  roundOpenedAt: string | null;
  experts: number;
  handedIn: number;
  joined: number;
  /** The revealed rounds in their order. */
  rounds: RoundView[];
  /** How each further round moved the scores, the oldest first; none while a round is scored. */
  movements: StabilityView[];
  /** null before the reveal. */
  tally: Tally | null;
  /** null before the conclusion. */
  outcome: OutcomeView | null;
  seal: SealView | null;
}

/** Where the decisions stand. Undecided leaves count nothing yet and are counted in `open`. */
export interface Tally {
  decided: number;
  of: number;
  /** By level and leaf id: decided score, points, and how many leaves below are undecided. */
  levels: Record<string, { score: Points; points: Points; open: number }>;
  total: Points;
  /** The grade of the total, once everything is decided. */
  grade: string | null;
  decisions: Record<string, { score: Points; reason: string }>;
  /** The exact total of the policy's values where it differs from the sum of the rounded ones. */
  unrounded: Points | null;
}

/** Signatures are public in the room; names are added for people, not for the projection. */
export interface OutcomeView {
  total: Points;
  grade: string;
  at: string;
  sheet: Decision[];
  signed: number;
  signing: number;
}

export interface SignatureView {
  seat: SeatId;
  name: string;
  at: string | null;
  dissent: string;
  /** As drawn; null where it is missing or was confirmed instead. */
  ink: Ink | null;
}

/** A wish to reopen that waits for the second person: for everybody who may have to sign again. */
export interface ReopeningView {
  by: SeatId;
  name: string;
  at: string;
  reason: string;
}

/** A result that was reopened and no longer holds. */
export interface EarlierView {
  number: number;
  total: Points;
  grade: string;
  concludedAt: string;
  sheet: Decision[];
  signatures: SignatureView[];
  seal: SealView | null;
  reopened: ReopeningView & { approvedBy: SeatId; approverName: string; approvedAt: string };
}

/** What people know of reopenings; the projection is sent none of it. */
export interface Reopenings {
  reopening: ReopeningView | null;
  /** The oldest first. */
  earlier: EarlierView[];
}

export interface SealView {
  at: string;
  /** Hex SHA-256: the head of the log's hash chain. */
  head: string;
  entries: number;
  /** Fingerprint of the key that signs the head; null in panels made before there was one. */
  key: string | null;
}

/** One indicator's scores as the whole room may know them after the reveal. */
export interface Spread {
  leaf: string;
  /** The round that these scores are from: the latest revealed one that covered the indicator. */
  round: number;
  /** Cards that count here, those that abstained among them. */
  cards: number;
  /** Scores given; abstentions and unfinished cards are not in it. */
  n: number;
  abstained: number;
  /** Ascending, without names. */
  values: Points[];
  /** (max − min) ÷ points in hundredths of a percent; null when nobody scored. */
  range: number | null;
  flag: 'none' | 'amber' | 'red';
  /** The policy's value and the rule that was really applied. */
  value: Points | null;
  rule: Policy;
}

export interface NamedScore {
  seat: SeatId;
  name: string;
  /** null: missing. */
  score: Points | 'abstained' | null;
  /** As printed: listed deductions, then the words. */
  reason: string;
  /** What the score rests on, where more than the score was entered. */
  basis: Basis | null;
}

export interface OwnCard {
  card: CardId;
  status: 'open' | 'submitted';
  /** Leaf ids that this seat scores in the round, in printing order. */
  leaves: string[];
  /** Seen somebody's scores since, to compare them: the card can't be taken back any more. */
  bound: boolean;
  /** null unless the secretary keys this card in from paper. */
  keyedIn: KeyedInView | null;
}

/** A card that is keyed in from paper, as whoever compares it with the paper sees it. */
export interface KeyedInView {
  seat: SeatId;
  name: string;
  status: 'open' | 'submitted' | 'confirmed';
  /** What `confirm-card` sends back as `base`. */
  handedInAt: number;
  /** null while the secretary still types. */
  content: CardContent | null;
}

/** How far somebody is in the round, for chair and secretary. */
export interface ProgressRow {
  seat: SeatId;
  name: string;
  finished: boolean;
  joined: boolean;
  /** null unless this card is keyed in from paper. */
  keyedIn: 'open' | 'submitted' | 'confirmed' | null;
}

/** Who takes no part in what, and why. */
export interface RecusalView {
  /** What `lift-recusal` names. */
  recusal: number;
  seat: SeatId;
  name: string;
  /** null: the whole project. */
  leaves: string[] | null;
  reason: string;
  /** ISO time it was recorded. */
  at: string;
}

/** A recusal that was a mistake; a reveal before it was lifted did without the expert there. */
export type LiftedView = RecusalView & { lift: { reason: string; at: string } };

/** A revealed round. */
export interface RoundView {
  number: number;
  /** Leaf ids, in printing order. */
  leaves: string[];
  /** Cards revealed, of so many experts who took part. */
  cards: number;
  of: number;
}

/** What is not quite usual about who took part; for people, as it is printed with names. */
export interface Attendance {
  recusals: RecusalView[];
  lifted: LiftedView[];
  /** Cards that a reveal did without. */
  absent: { round: number; seat: SeatId; name: string }[];
  /** Cards keyed in from paper, and who compared them. */
  keyedIn: { round: number; seat: SeatId; name: string; by: string }[];
}

/** How an indicator's scores moved in a further round, over those who scored it in both. */
export interface ShiftView extends Shift {
  leaf: string;
  /** The round before. */
  from: number;
  /** Who changed, from what to what; null where the reader sees no names. */
  who: { seat: SeatId; name: string; before: Points; after: Points }[] | null;
}

/** A further round beside what stood before it. Descriptive only. */
export interface StabilityView extends Omit<Stability, 'leaves'> {
  round: number;
  shifts: ShiftView[];
}

/** What the last round said of an indicator that is now scored again. */
export interface LastScore extends Spread {
  /** null where this seat has no standing score. */
  own: CardLine | null;
  /** The others' reasons without names, sorted; none where the rules don't show them. */
  reasons: string[];
}

/** What the projection shows, for itself and for those who lead it. */
export interface StageView {
  /** `follow`: as the meeting goes; `led`: put up by chair or secretary. */
  mode: 'follow' | 'led';
  slide: Slide;
  /** The indicator that the slide is about; following, on `decisions` the one decided last. */
  leaf: string | null;
  /** How far the slide has been unfolded. */
  step: number;
  blank: boolean;
}

export interface ExpertView extends Common, Reopenings {
  role: 'expert';
  attendance: Attendance;
  own: OwnCard | null;
  /** After the reveal (or while scoring openly). `named` is null when the panel is anonymous. */
  spreads:
    | (Spread & {
        named: NamedScore[] | null;
        reasons: string[];
        apart: Apart | null;
        /** The own card's line, where it is among these scores. */
        own: CardLine | null;
      })[]
    | null;
  /** While a further round is scored: what the last one said of its leaves. */
  last: LastScore[] | null;
  discussing: string | null;
  signatures: SignatureView[] | null;
  /** Notes of the discussion: after the conclusion, in a panel with names. */
  notes: Notes | null;
  /** From the conclusion on. */
  analysis: AnalysisView | null;
}

/** The reader's own score is far from the mean of the others; told to nobody else but the console. */
export interface Apart {
  /** |score − mean of the others| ÷ points, hundredths of a percent. */
  gap: number;
  above: boolean;
}

/** An indicator on the console: by name, and whether the sheet was edited after the decision. */
export type ConsoleSpread = Spread & {
  named: NamedScore[];
  draftDiffers: boolean;
  /** What \`decide\` sends back as \`base\`: rises when other scores count here. */
  edition: number;
};

export interface ChairView extends Common, Reopenings {
  role: 'chair';
  attendance: Attendance;
  /** Paper cards that the chair was shown, to compare them. */
  comparing: KeyedInView[];
  /** What the secretary has written down so far. */
  notes: Notes;
  analysis: AnalysisView;
  /** null for a chair who doesn't score. */
  own: OwnCard | null;
  /** While a further round is scored, and where the chair scores too. */
  last: LastScore[] | null;
  finished: ProgressRow[];
  spreads: ConsoleSpread[] | null;
  discussing: string | null;
  stage: StageView;
  signatures: SignatureView[] | null;
}

export interface SecretaryView extends Common, Reopenings {
  role: 'secretary';
  attendance: Attendance;
  notes: Notes;
  analysis: AnalysisView;
  finished: ProgressRow[];
  spreads: ConsoleSpread[] | null;
  discussing: string | null;
  stage: StageView;
  signatures: SignatureView[] | null;
}

export interface ProjectionView extends Common {
  role: 'projection';
  /** `reasons` is empty where the rules keep reasons off the wall. */
  spreads: (Spread & { reasons: string[] })[] | null;
  discussing: string | null;
  stage: StageView;
}
