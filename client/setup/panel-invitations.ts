import type { SeatId } from '../../shared/panel/terms.ts';
import { api } from '../state/api.ts';
import type { Panel } from '../state/panel.svelte.ts';

/** How a panel's invitations are read and made anew. */
export const invitationsOf = (panel: Panel) => ({
  fetchAll: () => api.invitations(panel.panel, panel.seat),
  reissueOf: (seat: SeatId) => panel.command({ type: 'void-link', seat }),
});
