import { parsePoints } from '../../shared/framework/points.ts';
import type { Leaf } from '../../shared/framework/terms.ts';
import { Outsider } from '../protocol/outsider.ts';
import type { Meeting, ScriptLine } from './meeting.ts';

/** The people of a meeting as programs: what they do is quick, and the screens are looked at. */
export class Cast {
  readonly people: Record<string, Outsider> = {};
  readonly #meeting: Meeting;

  constructor(meeting: Meeting) {
    this.#meeting = meeting;
  }

  async join(...seats: string[]): Promise<void> {
    const { server } = this.#meeting;
    for (const seat of seats)
      this.people[seat] = await Outsider.join(server.url, this.#meeting.invitation(seat).code);
  }

  async act(seat: string, command: object): Promise<void> {
    await this.people[seat]!.act(command);
  }

  /** Replaces a section of the setup on top of what the secretary was last shown. */
  async setUp(section: string, value: unknown): Promise<void> {
    const secretary = this.people['secretary']!;
    await secretary.until(() => secretary.paper['revision'] !== undefined);
    const base = secretary.paper['revision'] as number;
    await secretary.act({ type: 'edit-setup', section, value, base });
    await secretary.until(() => secretary.paper['revision'] !== base);
  }

  /** Fills in a seat's card of the first round, and hands it in. */
  async score(seat: string, leaves: readonly Leaf[], lines: readonly ScriptLine[]): Promise<void> {
    const person = this.people[seat]!;
    await person.until((view) => view['phase'] === 'scoring');
    const doc = await person.open(`${seat}.r1`);
    for (const [index, { score, reason }] of lines.entries()) {
      const { id } = leaves[index]!;
      doc.getMap('scores').set(id, parsePoints(score)!);
      if (reason) doc.getText(`reason:${id}`).insert(0, reason);
    }
    await person.handIn();
  }

  /** Waits until a seat has been shown a view like that. */
  async until(seat: string, condition: (view: Record<string, unknown>) => boolean): Promise<void> {
    await this.people[seat]!.until(condition);
  }

  close(): void {
    for (const person of Object.values(this.people)) person.close();
  }
}
