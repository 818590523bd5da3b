import type { Logger } from 'pino';
import { sentenceOf } from '../../shared/panel/refusals.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import type { Answer } from '../../shared/wire/events.ts';
import { sittingVersion } from '../../shared/views/sitting.ts';
import { parseEnvelope } from '../../shared/wire/schema.ts';
import { parseSittingEnvelope } from '../../shared/wire/sitting-schema.ts';
import type { CommandOutcome, Room } from '../panel/room.ts';
import type { SittingRoom } from '../sitting/sitting-room.ts';
import type { Sittings } from '../sitting/sittings.ts';
import { DraftInvalid, LogUnavailable } from '../log/errors.ts';

const MALFORMED: Answer = {
  ok: false,
  code: 'malformed',
  zh: '指令格式不对，请刷新页面后重试。',
  en: 'The command is malformed; reload the page and try again.',
};

const UNAVAILABLE: Answer = {
  ok: false,
  code: 'store-unavailable',
  zh: '存储暂时不可用，尚未保存，系统会自动重试。',
  en: 'The store is unavailable, nothing is saved yet; it is tried again by itself.',
};

export const TOO_MANY: Answer = {
  ok: false,
  code: 'too-many-requests',
  zh: '操作过于频繁，请稍候再试。',
  en: 'Too many requests; wait a moment and try again.',
};

/** Carries out one command of a seat and says how it went. Never throws, never stays silent. */
export async function answerCommand(
  room: Room,
  seat: SeatId,
  given: unknown,
  logger: Logger,
  sittings: Sittings,
): Promise<Answer> {
  const envelope = parseEnvelope(given);
  if (!envelope) return MALFORMED;
  const { command, operation } = envelope;
  return answered({ panel: room.panel, seat, command: command.type }, logger, async () => {
    if (command.type === 'open-round') await sittings.ready(room);
    return room.execute(command, seat, operation);
  });
}

/** The same for a command of a sitting. */
export async function answerSittingCommand(
  sittings: Sittings,
  sitting: SittingRoom,
  seat: SeatId,
  given: unknown,
  logger: Logger,
): Promise<Answer> {
  const envelope = parseSittingEnvelope(given);
  if (!envelope) return MALFORMED;
  const { command, operation } = envelope;
  const where = { sitting: sitting.id, seat, command: command.type };
  return answered(where, logger, async () => {
    const refusal = await sittings.execute(sitting, command, seat, operation);
    if (refusal) return { ok: false, refusal };
    return { ok: true, version: sittingVersion(sitting.state, sitting.panels) };
  });
}

async function answered(
  where: object,
  logger: Logger,
  execute: () => Promise<CommandOutcome>,
): Promise<Answer> {
  try {
    const outcome = await execute();
    logger.info({ ...where, ok: outcome.ok, code: codeOf(outcome) }, 'command');
    return answerOf(outcome);
  } catch (error) {
    logger.error({ ...where, error }, 'command failed');
    if (error instanceof LogUnavailable) return UNAVAILABLE;
    // Text that no JSON can carry, such as half a surrogate pair.
    if (error instanceof DraftInvalid) return MALFORMED;
    throw error;
  }
}

const codeOf = (outcome: CommandOutcome): string | undefined =>
  outcome.ok ? undefined : outcome.refusal.code;

function answerOf(outcome: CommandOutcome): Answer {
  if (outcome.ok) return { ok: true, version: outcome.version };
  const { refusal } = outcome;
  return {
    ok: false,
    code: refusal.code,
    zh: sentenceOf(refusal, 'zh'),
    en: sentenceOf(refusal, 'en'),
    ...('leaves' in refusal ? { leaves: refusal.leaves } : {}),
    ...('seats' in refusal ? { seats: refusal.seats } : {}),
  };
}
