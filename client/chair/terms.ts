import type { Command } from '../../shared/panel/commands.ts';
import type { ChairView, SecretaryView } from '../../shared/views/terms.ts';
import type { Answer } from '../../shared/wire/events.ts';
import type { CardStore } from '../scorecard/card.svelte.ts';

/** Chair and secretary see the same table: the chair decides, the secretary prepares the texts. */
export type ConsoleView = ChairView | SecretaryView;

/** What the reader of the deliberation may do to it. */
export type May = 'decide' | 'draft';

export type Ask = (command: Command) => Promise<Answer>;

/** The live consensus sheet, as far as the desk needs it. */
export type Drafts = Pick<
  CardStore,
  'content' | 'ready' | 'stateOf' | 'setMark' | 'setReason' | 'flush' | 'undo' | 'redo'
>;
