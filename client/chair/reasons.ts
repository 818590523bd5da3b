import type { NamedScore } from '../../shared/views/score-terms.ts';

const BREAK = '；';
/** A full stop or semicolon of the writer's own would double the break. */
const ENDING = /[；;。.\s]+$/;

/** The text with one more reason after it, set off by ；. A reason that it holds already stays single. */
export function appendReason(text: string, reason: string): string {
  const addition = reason.trim().replace(ENDING, '');
  const before = text.trim().replace(ENDING, '');
  const held = `${BREAK}${before}${BREAK}`.includes(`${BREAK}${addition}${BREAK}`);
  if (addition === '' || held) return text;
  return before === '' ? addition : `${before}${BREAK}${addition}`;
}

/** The experts' distinct reasons in seat order, joined by ；. */
export function joinedReasons(named: readonly NamedScore[]): string {
  return named.reduce((text, { reason }) => appendReason(text, reason), '');
}
