import { findById } from '../../shared/framework/tree.ts';
import { nameOf } from '../../shared/panel/seats.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import type { Paper } from '../../shared/views/terms.ts';
import { t } from '../i18n/language.svelte.ts';
import { spread } from '../i18n/spread.ts';

/** Names of people or indicators in one line. */
export function listed(names: readonly string[]): string {
  return names.join(t(spread.separator));
}

export function leafNames(paper: Paper, leaves: readonly string[]): string {
  return listed(leaves.map((id) => findById(paper.setup.framework, id)?.name ?? id));
}

export function seatNames(paper: Paper, seats: readonly SeatId[]): string {
  return listed(seats.map((seat) => nameOf(paper.setup, seat) || seat));
}
