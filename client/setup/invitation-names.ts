import type { People } from '../../shared/panel/terms.ts';
import type { Invitation } from '../../shared/wire/http.ts';
import { t } from '../i18n/language.svelte.ts';
import { invitations as words, ROLE_WORDS } from '../i18n/invitations.ts';

type Seat = Pick<Invitation, 'seat' | 'role' | 'name'>;

/** What the seat is: 专家, 专家（组长）, 组长, 秘书, 投屏. */
export function roleWords({ role, seat }: Seat): string {
  if (role === 'chair' && seat !== 'chair') return t(words.chairExpert);
  return t(ROLE_WORDS[role]);
}

/** The person's name as it is typed now, or what the seat is where nobody has a name. */
export function seatName(invitation: Seat, setup: People): string {
  const { seat } = invitation;
  const expert = setup.experts.find((candidate) => candidate.seat === seat);
  const chair = seat === 'chair' && setup.chair.kind === 'separate' ? setup.chair.name : '';
  return (expert?.name ?? chair).trim() || invitation.name || roleWords(invitation);
}
