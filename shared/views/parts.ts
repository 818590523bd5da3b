import { emptyAggregate } from '../consensus/aggregate.ts';
import { proposeFrom } from '../consensus/policies.ts';
import { rangeFlag, rangePercent } from '../consensus/spread.ts';
import type { Leaf } from '../framework/terms.ts';
import { draftDiffers } from '../panel/decide/deliberation.ts';
import { resultOf } from '../panel/result.ts';
import { isHandedIn, keyedIn, lineSoFar } from '../panel/paper-card.ts';
import { isRecused, seatsInRound, signersOf } from '../panel/recusal.ts';
import { expertSeats, nameOf } from '../panel/seats.ts';
import { standingLine } from '../panel/standing.ts';
import {
  type BegunState,
  isConcluded,
  isRevealed,
  type PanelState,
  type Seal,
  type Signature,
  type Standing,
} from '../panel/state.ts';
import type { CardLine } from '../scorecard/terms.ts';
import type { SeatId } from '../panel/terms.ts';
import type { Timing } from '../panel/timing.ts';
import { reasonOf } from '../scorecard/deductions.ts';
import type { OutcomeView, SealView, SignatureView, Tally } from './outcome-terms.ts';
import type { ProgressRow } from './people-terms.ts';
import type { ConsoleSpread, NamedScore, Spread } from './score-terms.ts';
import type { View } from './terms.ts';
import { unsigned } from './unsigned.ts';
import { roundsOf } from './attendance.ts';
import { versionOf } from './version.ts';

type Common = Pick<
  View,
  | 'seat'
  | 'version'
  | 'phase'
  | 'timing'
  | 'round'
  | 'roundLeaves'
  | 'roundOpenedAt'
  | 'experts'
  | 'handedIn'
  | 'joined'
  | 'rounds'
  | 'tally'
  | 'outcome'
  | 'seal'
>;

/** What every role is sent. */
export function commonOf(state: PanelState, seat: SeatId, head: string): Common {
  const round = state.phase === 'setup' ? null : state.round;
  const present = expertSeats(state.setup).filter((expert) => !isRecused(state, expert));
  // Those who take part in the round; before the first, everybody.
  const experts = state.phase === 'setup' ? present : seatsInRound(state);
  return {
    seat,
    version: versionOf(state),
    phase: state.phase,
    timing: timingOf(state),
    round: round?.number ?? 0,
    roundLeaves: round?.leaves.map(({ id }) => id) ?? [],
    roundOpenedAt: round?.openedAt ?? null,
    experts: experts.length,
    handedIn: experts.filter((expert) => isHandedIn(round?.cards[expert])).length,
    joined: state.joined.filter((joined) => experts.includes(joined)).length,
    rounds: roundsOf(state),
    tally: tallyOf(state),
    outcome: outcomeOf(state),
    seal: state.phase === 'sealed' ? sealView(state, state.seal, head) : null,
  };
}

/** When the room began, and how long it talked about what: all of it happened in front of everybody. */
function timingOf({ timing: { startedAt, endedAt, running, spent } }: PanelState): Timing {
  return {
    startedAt,
    endedAt,
    running: running && { leaf: running.leaf, since: running.since },
    spent: { ...spent },
  };
}

function tallyOf(state: PanelState): Tally | null {
  if (!isRevealed(state)) return null;
  const { decided, of, levels, total, grade, unrounded } = resultOf(state);
  const decisions = Object.entries(state.sheet.decisions).map(
    ([leaf, { score, reason }]) => [leaf, { score, reason }] as const,
  );
  return { decided, of, levels, total, grade, decisions: Object.fromEntries(decisions), unrounded };
}

function outcomeOf(state: PanelState): OutcomeView | null {
  if (!isConcluded(state)) return null;
  const { total, grade, at } = state.outcome;
  return {
    total,
    grade,
    at,
    sheet: state.leaves.map(({ id }) => {
      const { score, reason } = state.sheet.decisions[id]!;
      return { leaf: id, score, reason };
    }),
    signed: state.signatures.length,
    signing: signersOf(state).length,
  };
}

/** A seal of this panel, now or before it was reopened. */
export function sealView(state: PanelState, { at, position }: Seal, head: string): SealView {
  return { at, head, entries: position, key: state.key?.fingerprint ?? null };
}

/** May scores be shown to those whom the table in docs/architecture.md gives them? [VW1] */
export function scoresAreOpen(state: PanelState): boolean {
  return isRevealed(state) || (state.phase === 'scoring' && !state.setup.rules.blind);
}

/** Per indicator what the whole room may know; null while scores are closed. */
export function spreadsOf(state: PanelState): Spread[] | null {
  if (state.phase === 'setup' || !scoresAreOpen(state)) return null;
  return state.leaves.map((leaf) => spreadOf(state, leaf));
}

function spreadOf(state: BegunState, leaf: Leaf): Spread {
  return spreadFrom(leaf, openStanding(state, leaf.id));
}

/** What a standing says to the whole room. */
export function spreadFrom(leaf: Leaf, standing: OpenStanding): Spread {
  const { round, cards, aggregate, proposal } = standing;
  const range = rangePercent(aggregate.scores, leaf.points);
  return {
    leaf: leaf.id,
    round,
    cards,
    n: aggregate.n,
    abstained: aggregate.abstained,
    values: [...aggregate.scores],
    range,
    flag: rangeFlag(range),
    value: proposal.value,
    rule: proposal.rule,
  };
}

/** What holds of a leaf: its standing, or in an open panel the scores of the round as they come. */
function openStanding(state: BegunState, leaf: string): OpenStanding {
  const standing = state.standings[leaf];
  if (standing && !isBeingScored(state, leaf)) return { ...standing, cards: standing.seats.length };
  const { policy } = state.setup.rules;
  const { number, aggregates } = state.round;
  const aggregate = aggregates[leaf] ?? emptyAggregate;
  const proposal = proposeFrom(policy === 'trimmed-totals' ? 'mean' : policy, aggregate);
  return { round: number, cards: scorersOf(state, leaf).length, aggregate, proposal };
}

type OpenStanding = Pick<Standing, 'round' | 'aggregate' | 'proposal'> & { cards: number };

const scorersOf = (state: BegunState, leaf: string): SeatId[] =>
  Object.keys(state.round.cards).filter((seat) => !isRecused(state, seat, leaf));

function isBeingScored(state: BegunState, leaf: string): boolean {
  return state.phase === 'scoring' && state.round.leaves.some(({ id }) => id === leaf);
}

/** One leaf's scores by name: of the cards that count, in seat order. */
export function namedScores(state: PanelState, leaf: string): NamedScore[] {
  if (state.phase === 'setup' || !scoresAreOpen(state)) return [];
  if (isBeingScored(state, leaf))
    return scorersOf(state, leaf).map((seat) =>
      namedScore(state, seat, lineSoFar(state, seat, leaf)),
    );
  const seats = state.standings[leaf]?.seats ?? [];
  return seats.map((seat) => namedScore(state, seat, standingLine(state, leaf, seat)));
}

function namedScore({ setup }: PanelState, seat: SeatId, line: CardLine | undefined): NamedScore {
  return {
    ...{ seat, name: nameOf(setup, seat), score: scoreOf(line) },
    reason: line ? reasonOf(line) : '',
    basis: line?.basis ?? null,
  };
}

/** null: missing. */
function scoreOf(line: CardLine | undefined): NamedScore['score'] {
  const mark = line?.mark;
  return mark === undefined ? null : mark === 'abstained' ? mark : mark.score;
}

export function anonymousReasons(state: PanelState, leaf: string): string[] {
  return unsigned(namedScores(state, leaf));
}

/** For chair and secretary, by name. */
export function consoleSpreads(state: PanelState): ConsoleSpread[] | null {
  return (
    spreadsOf(state)?.map((spread) => ({
      ...spread,
      named: namedScores(state, spread.leaf),
      draftDiffers: isRevealed(state) && draftDiffers(state, spread.leaf),
      edition: state.phase === 'setup' ? 0 : (state.editions[spread.leaf] ?? 0),
    })) ?? null
  );
}

/** Who takes part, whether each is here and has handed in: for chair and secretary. */
export function finishedOf(state: PanelState): ProgressRow[] {
  const seats = state.phase === 'setup' ? expertSeats(state.setup) : seatsInRound(state);
  return seats.map((seat) => {
    const card = state.phase === 'setup' ? undefined : state.round.cards[seat];
    const paper = keyedIn(card);
    return {
      seat,
      name: nameOf(state.setup, seat),
      finished: isHandedIn(card),
      joined: state.joined.includes(seat),
      keyedIn: paper && paper.status !== 'dropped' ? paper.status : null,
    };
  });
}

export function signaturesOf(state: PanelState): SignatureView[] | null {
  return isConcluded(state) ? signatureViews(state, signersOf(state), state.signatures) : null;
}

/** Everybody who signs, with or without a signature. */
export function signatureViews(
  { setup }: PanelState,
  signers: readonly SeatId[],
  signatures: readonly Signature[],
): SignatureView[] {
  return signers.map((seat) => {
    const signature = signatures.find((candidate) => candidate.seat === seat);
    return {
      seat,
      name: nameOf(setup, seat),
      at: signature?.at ?? null,
      dissent: signature?.dissent ?? '',
      ink: signature?.ink ?? null,
    };
  });
}

export function discussingOf(state: PanelState): string | null {
  return isRevealed(state) ? state.sheet.discussing : null;
}
