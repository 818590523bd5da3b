import { z } from 'zod';
import type { SittingCommand } from '../sitting/commands.ts';
import { MAX_PROJECTS, MAX_TITLE } from '../sitting/terms.ts';
import type { SittingEnvelope } from './events.ts';
import { editOf, operation, seat } from './schema.ts';

/** The shapes of what clients send to a sitting; strict, as a panel's are. */
const panel = z.string().regex(/^[a-z0-9]{8,32}$/);
const base = z.int().min(0);

const command = z.union([
  z.discriminatedUnion('section', [editOf('experts'), editOf('chair'), editOf('rules')]),
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('edit-title'), title: z.string().max(MAX_TITLE) }),
    z.strictObject({ type: z.literal('want-ranking'), wanted: z.boolean() }),
    z.strictObject({
      type: z.literal('arrange-agenda'),
      agenda: z.array(panel).max(MAX_PROJECTS),
      base,
    }),
    z.strictObject({ type: z.literal('call-project'), panel, from: panel.nullable() }),
    z.strictObject({ type: z.literal('show-ranking'), shown: z.boolean() }),
    z.strictObject({ type: z.literal('void-link'), seat }),
  ]),
]);

const envelope = z.strictObject({ operation, command });

/** The envelope, or null where its shape is wrong. Never throws, whatever is given. */
export function parseSittingEnvelope(given: unknown): SittingEnvelope | null {
  const parsed = envelope.safeParse(given);
  if (!parsed.success) return null;
  return parsed.data as { operation: string; command: SittingCommand };
}
