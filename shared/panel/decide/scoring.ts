import type { Leaf } from '../../framework/terms.ts';
import { openLeaves } from '../../scorecard/content.ts';
import { departs } from '../../scorecard/computed.ts';
import { hasWords, unlistedOf } from '../../scorecard/deductions.ts';
import type { CardLine } from '../../scorecard/terms.ts';
import type { Command } from '../commands.ts';
import { cardOf, chairSeat } from '../seats.ts';
import type { PanelState } from '../state.ts';
import { accept, refuse, type Asker, type Verdict } from './terms.ts';

/**
 * [SC1] Handing in needs every indicator scored or abstained; reasons are asked for, not forced.
 * [SC5] Deductions, where they are listed, add up to what was deducted. [SC6] Who departs from what
 * the criteria compute says why.
 */
export function submitCard(state: PanelState, asker: Asker): Verdict {
  if (state.phase !== 'scoring') return refuse({ code: 'wrong-phase' });
  const card = state.round.cards[asker.seat];
  if (!card) return refuse({ code: 'not-your-role' });
  if (card.status === 'submitted') return refuse({ code: 'already-submitted' });
  const open = openLeaves(
    card.content,
    state.round.leaves.map((leaf) => leaf.id),
  );
  if (open.length > 0) return refuse({ code: 'indicators-open', leaves: open });
  const where = (is: (line: CardLine, leaf: Leaf) => boolean): string[] =>
    state.round.leaves.filter((leaf) => is(card.content[leaf.id]!, leaf)).map(({ id }) => id);
  const differ = where((line, { points }) => (unlistedOf(line, points) ?? 0) !== 0);
  if (differ.length > 0) return refuse({ code: 'deductions-differ', leaves: differ });
  const { project } = state.setup;
  const silent = where((line, leaf) => departs(line, leaf, project) && !hasWords(line));
  if (silent.length > 0) return refuse({ code: 'departure-unexplained', leaves: silent });
  const id = cardOf(asker.seat, state.round.number);
  return accept({ type: 'card-submitted', card: id, seat: asker.seat });
}

/** [SC2] A card can be taken back until the reveal. */
export function takeBackCard(state: PanelState, asker: Asker): Verdict {
  if (state.phase !== 'scoring') return refuse({ code: 'wrong-phase' });
  const card = state.round.cards[asker.seat];
  if (!card) return refuse({ code: 'not-your-role' });
  if (card.status !== 'submitted') return refuse({ code: 'not-submitted' });
  const id = cardOf(asker.seat, state.round.number);
  return accept({ type: 'card-reopened', card: id, seat: asker.seat });
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
  const seats = Object.keys(cards);
  const unfinished = seats.filter((seat) => cards[seat]!.status === 'open');
  if (unfinished.some((seat) => !command.without.includes(seat)))
    return refuse({ code: 'not-all-submitted', seats: unfinished });
  const included = seats.filter((seat) => cards[seat]!.status === 'submitted');
  if (included.length === 0) return refuse({ code: 'nobody-submitted' });
  return accept({
    type: 'revealed',
    round: number,
    without: unfinished,
    cards: Object.fromEntries(included.map((seat) => [seat, cards[seat]!.content])),
  });
}
