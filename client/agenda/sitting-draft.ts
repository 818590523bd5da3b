import { bandsOf } from '../../shared/consensus/grades.ts';
import type { Command } from '../../shared/panel/commands.ts';
import { initialSetup } from '../../shared/panel/setup.ts';
import type { SittingCommand } from '../../shared/sitting/commands.ts';
import type { SittingDesk } from '../../shared/views/sitting.ts';
import type { Paper } from '../../shared/views/terms.ts';
import type { Answer } from '../../shared/wire/events.ts';
import { SetupDraft } from '../setup/setup-draft.svelte.ts';

/** People and rules of a sitting, as the paper of a panel that has nothing else. */
export function paperOf(sitting: string, { setup, revision }: SittingDesk): Paper {
  return {
    panel: sitting,
    sitting: null,
    revision,
    setup: { ...initialSetup({ title: '', indicators: [] }), ...setup },
    bands: [...bandsOf(setup.rules.grades)],
  };
}

/** The same draft as a panel's: saved as it is typed, and merged with what others change. */
export function sittingDraft(
  sitting: string,
  desk: SittingDesk,
  send: (command: SittingCommand) => Promise<Answer>,
): SetupDraft {
  // Only sections that a sitting has are on its page, so only those are edited.
  return new SetupDraft(paperOf(sitting, desk), (command: Command) =>
    send(command as SittingCommand),
  );
}
