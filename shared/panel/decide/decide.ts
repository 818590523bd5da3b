import type { Command } from '../commands.ts';
import { seatsOf } from '../seats.ts';
import type { PanelState } from '../state.ts';
import { seal, sign } from './closing.ts';
import { conclude, decideIndicators, discuss } from './deliberation.ts';
import { compareCard, confirmCard, keyIn, stopKeyIn } from './paper-card.ts';
import { editSetup, join, voidLink } from './preparation.ts';
import { liftRecusal, recuse } from './recusal.ts';
import { approveReopening, declineReopening, isReopening, requestReopening } from './reopening.ts';
import { openRound } from './rounds.ts';
import { reveal, submitCard, takeBackCard } from './scoring.ts';
import { setStage } from './staging.ts';
import { writeAnalysis } from './writing.ts';
import { refuse, type Asker, type Verdict } from './terms.ts';

/**
 * What a command would bring about in this state: the fact to append, or one refusal. Pure
 * and total; races are settled by the fence when the fact is appended (fence.ts).
 * [PH1] Nothing changes after the seal, unless two people reopen the panel.
 */
export function decide(state: PanelState, command: Command, asker: Asker): Verdict {
  if (state.phase === 'sealed' && !isReopening(command)) return refuse({ code: 'panel-sealed' });
  if (!seatsOf(state.setup).includes(asker.seat)) return refuse({ code: 'unknown-seat' });
  switch (command.type) {
    case 'edit-setup':
      return editSetup(state, command, asker);
    case 'void-link':
      return voidLink(state, command, asker);
    case 'join':
      return join(state, asker);
    case 'open-round':
      return openRound(state, command, asker);
    case 'submit-card':
      return submitCard(state, command, asker);
    case 'take-back-card':
      return takeBackCard(state, command, asker);
    case 'recuse':
      return recuse(state, command, asker);
    case 'lift-recusal':
      return liftRecusal(state, command, asker);
    case 'key-in':
      return keyIn(state, command, asker);
    case 'stop-key-in':
      return stopKeyIn(state, command, asker);
    case 'compare-card':
      return compareCard(state, command, asker);
    case 'confirm-card':
      return confirmCard(state, command, asker);
    case 'reveal':
      return reveal(state, command, asker);
    case 'discuss':
      return discuss(state, command, asker);
    case 'set-stage':
      return setStage(state, command, asker);
    case 'decide':
      return decideIndicators(state, command, asker);
    case 'write-analysis':
      return writeAnalysis(state, command, asker);
    case 'conclude':
      return conclude(state, asker);
    case 'sign':
      return sign(state, command, asker);
    case 'seal':
      return seal(state, command, asker);
    case 'request-reopening':
      return requestReopening(state, command, asker);
    case 'decline-reopening':
      return declineReopening(state, asker);
    case 'approve-reopening':
      return approveReopening(state, asker);
  }
}
