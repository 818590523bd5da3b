import { createHash, randomUUID } from 'node:crypto';
import { APPEND_SCRIPT } from './append.lua.ts';
import { type Head, link, type Prepared } from './chain.ts';
import type { Refusal } from './fence.ts';
import { ACTIVITY, fencesKey, headKey, logKey, PANELS } from './redis-keys.ts';
import type { Deadline, RedisLink } from './redis-link.ts';

const SHA = createHash('sha1').update(APPEND_SCRIPT).digest('hex');

/** A follower further behind than this announces every panel instead of reading them all. */
export const DOORBELL_ENTRIES = 10_000;

/**
 * What one call of the script did: the first `accepted` drafts are in the log, and their records
 * filled in; `refusals` are for the drafts that directly follow; the others were not judged.
 */
export type Answer =
  | { kind: 'moved'; head: Head; mark: string }
  | { kind: 'judged'; accepted: number; refusals: Refusal[] };

const node = randomUUID();
let calls = 0;

/**
 * Runs the script of append.lua.ts for `drafts` chained to `head`, until it is known what it did.
 *
 * When an answer is lost the same call is simply sent again. That can't append twice: both runs
 * demand the same head, and the first to run moves it, never to return. The second then says
 * "moved", so a "moved" after a lost answer is only believed once the stream shows that the entry
 * behind the old head was not written by this very call.
 * @throws LogUnavailable when the deadline passes first; the drafts may or may not be in the log.
 */
export async function callAppend(
  redis: RedisLink,
  deadline: Deadline,
  panel: string,
  head: Head,
  drafts: Prepared[],
): Promise<Answer> {
  const writer = `${node}:${(calls += 1)}`;
  const args = marshal(panel, writer, head, drafts);
  const keys = [logKey(panel), fencesKey(panel), headKey(panel), PANELS, ACTIVITY];
  let known = true;
  let lost = false;
  for (;;) {
    try {
      const options = { keys, arguments: args };
      const reply = await redis.send(deadline, (client) =>
        known ? client.evalSha(SHA, options) : client.eval(APPEND_SCRIPT, options),
      );
      const answer = parse(reply, drafts);
      if (answer.kind === 'judged' || !lost) return answer;
      const landed = await countLanded(redis, deadline, panel, writer, head, drafts.length);
      return landed > 0 ? { kind: 'judged', accepted: landed, refusals: [] } : answer;
    } catch (error) {
      if (known && isUnknownScript(error)) {
        known = false;
        continue;
      }
      lost = true;
      await redis.rest(deadline, error);
    }
  }
}

function marshal(panel: string, writer: string, head: Head, drafts: Prepared[]): string[] {
  const args = [
    `${head.position}`,
    head.hash,
    panel,
    writer,
    `${DOORBELL_ENTRIES}`,
    `${drafts.length}`,
  ];
  for (const draft of drafts) {
    const { entry, hash, payload } = link(draft, head);
    args.push(entry, hash, payload ?? '', `${draft.expects.length}`);
    for (const [token, count] of draft.expects) args.push(token, `${count}`);
    args.push(`${draft.bumps.length}`, ...draft.bumps);
    head = { position: head.position + 1, hash };
  }
  return args;
}

function parse(reply: unknown, drafts: Prepared[]): Answer {
  const [kind, ...rest] = reply as [string, ...unknown[]];
  if (kind === 'moved') {
    const [position, hash, mark] = rest as [string, string, string];
    return { kind, head: { position: Number(position), hash }, mark };
  }
  const [accepted, pairs] = rest as [number, string[]];
  const refusals: Refusal[] = [];
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const token = pairs[at] ?? '';
    const draft = drafts[accepted + at / 2];
    const expected = draft?.expects.find(([name]) => name === token)?.[1] ?? 0;
    refusals.push({ accepted: false, token, expected, actual: Number(pairs[at + 1]) });
  }
  return { kind: 'judged', accepted, refusals };
}

/** How many entries right after `head` were written by this call. */
async function countLanded(
  redis: RedisLink,
  deadline: Deadline,
  panel: string,
  writer: string,
  head: Head,
  drafts: number,
): Promise<number> {
  const first = `${head.position + 1}-0`;
  const last = `${head.position + drafts}-0`;
  const entries = await redis.ask(deadline, (client) => client.xRange(logKey(panel), first, last));
  return (entries ?? []).filter(({ message }) => message.w === writer).length;
}

function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT');
}
