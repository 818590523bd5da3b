import { analysisIsOpen, leafIn, longestIn } from '../analysis.ts';
import type { Command } from '../commands.ts';
import { chairSeat } from '../seats.ts';
import type { PanelState } from '../state.ts';
import { accept, refuse, type Asker, type Verdict } from './terms.ts';

type WriteAnalysis = Extract<Command, { type: 'write-analysis' }>;

/**
 * [AN4] Chair and secretary put a part of the analysis into words, or (`text` null, or blank) take
 * the draft again, until the conclusion. [AN5] A writer names the edition of the text that is
 * replaced: of two who write at once the later is told, and loses nothing. [AN6] Plain text within
 * its length; of the decisions it answers the ones that its writer saw, never later ones.
 */
export function writeAnalysis(state: PanelState, command: WriteAnalysis, asker: Asker): Verdict {
  if (asker.seat !== 'secretary' && asker.seat !== chairSeat(state.setup))
    return refuse({ code: 'not-your-role' });
  if (!analysisIsOpen(state) || state.phase !== 'revealed') return refuse({ code: 'wrong-phase' });
  const { part } = command;
  const leaf = leafIn(part);
  if (leaf !== null && !state.leaves.some(({ id }) => id === leaf))
    return refuse({ code: 'unknown-indicator' });
  if ((command.text?.length ?? 0) > longestIn(part)) return refuse({ code: 'text-too-long' });
  const standing = state.analysis.parts[part];
  if (command.base !== (standing?.edition ?? 0)) return refuse({ code: 'text-moved' });
  const text = plain(command.text);
  const answers = Math.min(command.answers, state.analysis.edition);
  const same = text === (standing?.text ?? null);
  if (same && (text === null || answers === standing?.answers)) return accept(null);
  return accept({ type: 'analysis-written', part, text, answers });
}

/** Control characters print as nothing or as a box; line ends are one character everywhere. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

function plain(text: string | null): string | null {
  const said = (text ?? '').replaceAll('\r\n', '\n').replace(CONTROL, ' ').trim();
  return said === '' ? null : said;
}
