import type { GradeBand } from '../consensus/terms.ts';
import type { Notes } from '../panel/notes.ts';
import type { Slide } from '../panel/stage.ts';
import type { Phase, Role, SeatId, Setup } from '../panel/terms.ts';
import type { Timing } from '../panel/timing.ts';
import type { CardLine } from '../scorecard/terms.ts';
import type { AnalysisView } from './analysis.ts';
import type { OutcomeView, Reopenings, SealView, SignatureView, Tally } from './outcome-terms.ts';
import type { Attendance, KeyedInView, OwnCard, ProgressRow } from './people-terms.ts';
import type {
  Apart,
  ConsoleSpread,
  LastScore,
  NamedScore,
  RoundView,
  Spread,
  StabilityView,
} from './score-terms.ts';

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
