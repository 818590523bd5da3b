import type { Leaf } from '../../framework/terms.ts';
import { openLeaves } from '../../scorecard/content.ts';
import { departs } from '../../scorecard/computed.ts';
import { hasWords, unlistedOf } from '../../scorecard/deductions.ts';
import type { CardContent, CardLine } from '../../scorecard/terms.ts';
import type { Command } from '../commands.ts';
import { handedInCards, hasCompared, isHandedIn, keyedIn, paperCardOf } from '../paper-card.ts';
import { leavesFor, seatsInRound } from '../recusal.ts';
import { cardOf, chairSeat } from '../seats.ts';
import type { PanelState, ScoringState } from '../state.ts';
import type { Refusal } from '../refusals.ts';
import type { SeatId } from '../terms.ts';
import { accept, refuse, type Asker, type Verdict } from './terms.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** Handing in the own card, or with a `seat`: the secretary hands in that expert's paper card. */
export function submitCard(state: PanelState, { seat }: Of<'submit-card'>, asker: Asker): Verdict {
  if (state.phase !== 'scoring') return refuse({ code: 'wrong-phase' });
  if (seat !== undefined) return submitPaper(state, seat, asker);
  const card = state.round.cards[asker.seat];
  if (!card) return refuse({ code: 'not-your-role' });
  if (!seatsInRound(state).includes(asker.seat)) return refuse({ code: 'recused' });
  if (keyedIn(card)) return refuse({ code: 'keyed-in' });
  if (card.status === 'submitted') return refuse({ code: 'already-submitted' });
  const refusal = incomplete(state, asker.seat, card.content);
  if (refusal) return refuse(refusal);
  const id = cardOf(asker.seat, state.round.number);
  return accept({ type: 'card-submitted', card: id, seat: asker.seat });
}

function submitPaper(state: ScoringState, seat: SeatId, asker: Asker): Verdict {
  if (asker.seat !== 'secretary') return refuse({ code: 'not-your-role' });
  const paper = keyedIn(state.round.cards[seat]);
  if (!paper) return refuse({ code: 'unknown-card' });
  if (!seatsInRound(state).includes(seat)) return refuse({ code: 'recused' });
  if (paper.status !== 'open') return refuse({ code: 'already-submitted' });
  const refusal = incomplete(state, seat, paper.content);
  if (refusal) return refuse(refusal);
  return accept({ type: 'card-submitted', card: paperCardOf(seat, state.round.number), seat });
}

/**
 * [SC1] Handing in needs every indicator scored or abstained, but those that the seat is recused
 * from; reasons are asked for, not forced. [SC5] Deductions, where they are listed, add up to what
 * was deducted. [SC6] Who departs from what the criteria compute says why.
 */
export function incomplete(
  state: ScoringState,
  seat: SeatId,
  content: CardContent,
): Refusal | null {
  const leaves = leavesFor(state, seat);
  const open = openLeaves(
    content,
    leaves.map((leaf) => leaf.id),
  );
  if (open.length > 0) return { code: 'indicators-open', leaves: open };
  const where = (is: (line: CardLine, leaf: Leaf) => boolean): string[] =>
    leaves.filter((leaf) => is(content[leaf.id]!, leaf)).map(({ id }) => id);
  const differ = where((line, { points }) => (unlistedOf(line, points) ?? 0) !== 0);
  if (differ.length > 0) return { code: 'deductions-differ', leaves: differ };
  const { project } = state.setup;
  const silent = where((line, leaf) => departs(line, leaf, project) && !hasWords(line));
  return silent.length > 0 ? { code: 'departure-unexplained', leaves: silent } : null;
}

/**
 * [SC2] A card can be taken back until the reveal, unless its owner has seen somebody's scores since
 * (see [PC4]). With a `seat`: the secretary, or whoever compares it, takes a paper card back.
 */
export function takeBackCard(
  state: PanelState,
  { seat }: Of<'take-back-card'>,
  asker: Asker,
): Verdict {
  if (state.phase !== 'scoring') return refuse({ code: 'wrong-phase' });
  if (seat !== undefined) return takeBackPaper(state, seat, asker);
  const card = state.round.cards[asker.seat];
  if (!card) return refuse({ code: 'not-your-role' });
  if (keyedIn(card)) return refuse({ code: 'keyed-in' });
  if (card.status !== 'submitted') return refuse({ code: 'not-submitted' });
  if (hasCompared(state, asker.seat)) return refuse({ code: 'has-compared' });
  const id = cardOf(asker.seat, state.round.number);
  return accept({ type: 'card-reopened', card: id, seat: asker.seat });
}

function takeBackPaper(state: ScoringState, seat: SeatId, asker: Asker): Verdict {
  const paper = keyedIn(state.round.cards[seat]);
  const mayTakeBack = ['secretary', seat, ...(paper?.shownTo ?? [])];
  if (!mayTakeBack.includes(asker.seat)) return refuse({ code: 'not-your-role' });
  if (!paper) return refuse({ code: 'unknown-card' });
  if (paper.status === 'open') return refuse({ code: 'not-submitted' });
  if (hasCompared(state, seat)) return refuse({ code: 'has-compared' });
  return accept({ type: 'card-reopened', card: paperCardOf(seat, state.round.number), seat });
}

/**
 * [SC3] The chair reveals when all have handed in, or names those it does without: whoever is
 * unfinished at the reveal's position must have been confirmed. [SC4] Somebody must have handed in.
 */
export function reveal(
  state: PanelState,
  command: Extract<Command, { type: 'reveal' }>,
  asker: Asker,
): Verdict {
  if (asker.seat !== chairSeat(state.setup)) return refuse({ code: 'not-your-role' });
  if (state.phase !== 'scoring') return refuse({ code: 'wrong-phase' });
  const { cards, number } = state.round;
  const unfinished = seatsInRound(state).filter((seat) => !isHandedIn(cards[seat]));
  if (unfinished.some((seat) => !command.without.includes(seat)))
    return refuse({ code: 'not-all-submitted', seats: unfinished });
  const included = handedInCards(state);
  if (Object.keys(included).length === 0) return refuse({ code: 'nobody-submitted' });
  return accept({ type: 'revealed', round: number, without: unfinished, cards: included });
}
