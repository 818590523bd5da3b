import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PAUSE, SaveQueue } from '../../client/setup/save-queue.ts';
import { decide } from '../../shared/panel/decide/decide.ts';
import type { Command } from '../../shared/panel/commands.ts';
import { sentenceOf } from '../../shared/panel/refusals.ts';
import type { Project, Section, Setup } from '../../shared/panel/terms.ts';
import { paperFor } from '../../shared/views/paper.ts';
import type { Answer } from '../../shared/wire/events.ts';
import { Story } from '../kit/panel.ts';

/** The panel's own rules behind a line of two queues, flushed by hand: answers and papers. */
class Room {
  story = new Story();
  sent: Command[] = [];
  #answers: (() => void)[] = [];

  get paper() {
    return paperFor('p1', this.story.state, 'secretary')!;
  }

  draft(): SaveQueue {
    return new SaveQueue(this.paper, (command) => this.#take(command));
  }

  /** Another device of the secretary changes a section. */
  other<S extends Section>(section: S, change: Partial<Setup[S]>): void {
    const value = { ...this.story.state.setup[section], ...change };
    const base = this.paper.revision;
    this.story.does('secretary', { type: 'edit-setup', section, value, base } as Command);
  }

  async answer(): Promise<void> {
    for (const give of this.#answers.splice(0)) give();
    await vi.advanceTimersByTimeAsync(0);
  }

  #take(command: Command): Promise<Answer> {
    this.sent.push(command);
    const verdict = decide(this.story.state, command, { seat: 'secretary', head: '' });
    let answer: Answer = { ok: true, version: 1 };
    if ('refusal' in verdict) {
      const { code } = verdict.refusal;
      const [zh, en] = [sentenceOf({ code }, 'zh'), sentenceOf({ code }, 'en')];
      answer = { ok: false, code, zh, en };
    } else this.story.does('secretary', command);
    return new Promise((resolve) => this.#answers.push(() => resolve(answer)));
  }
}

let room: Room;
let draft: SaveQueue;
const pause = () => vi.advanceTimersByTimeAsync(PAUSE);
const project = (change: Partial<Project>) => ({ ...draft.setup.project, ...change });
const settle = async () => {
  await room.answer();
  draft.receive(room.paper);
  await room.answer();
};
const bases = () => room.sent.map((command) => (command.type === 'edit-setup' ? command.base : -1));

beforeEach(() => {
  vi.useFakeTimers();
  room = new Room();
  draft = room.draft();
});
afterEach(() => {
  draft.close();
  vi.useRealTimers();
});

describe('saving a setup as it is typed', () => {
  test('[SD1] a burst of typing is one save, after a pause', async () => {
    for (const name of ['智', '智慧', '智慧矫正']) {
      draft.edit('project', project({ name }));
      await vi.advanceTimersByTimeAsync(PAUSE / 2);
    }
    expect([room.sent.length, draft.stateOf('project').kind]).toEqual([0, 'typed']);
    await pause();
    expect([room.sent.length, draft.stateOf('project').kind]).toEqual([1, 'saving']);
    await settle();
    expect([draft.stateOf('project').kind, draft.unsaved]).toEqual(['saved', false]);
    expect(room.story.state.setup.project.name).toBe('智慧矫正');
  });

  test('[SD1] leaving the field saves at once, and nothing twice', async () => {
    draft.edit('project', project({ name: '甲' }));
    draft.flush();
    draft.flush();
    await settle();
    await pause();
    expect(room.sent).toHaveLength(1);
    expect(draft.unsaved).toBe(false);
  });

  test('[SD2] two sections go one after the other, each on the newest revision', async () => {
    draft.edit('project', project({ name: '甲' }));
    draft.edit('rules', { ...draft.setup.rules, policy: 'median' });
    draft.flush();
    expect(bases()).toEqual([0]);
    await room.answer();
    // Answered, but the paper that shows it is still under way: the next one waits for it.
    expect(bases()).toEqual([0]);
    await settle();
    expect(bases()).toEqual([0, 1]);
    await settle();
    expect(draft.unsaved).toBe(false);
    expect(room.story.state.setup.rules.policy).toBe('median');
  });

  test('[SD2] the paper may come before the answer', async () => {
    draft.edit('project', project({ name: '甲' }));
    draft.flush();
    draft.receive(room.paper);
    expect(draft.stateOf('project').kind).toBe('saving');
    await room.answer();
    expect(draft.stateOf('project').kind).toBe('saved');
  });

  test('[SD2] what is typed during a save is saved after it', async () => {
    draft.edit('project', project({ name: '甲' }));
    draft.flush();
    draft.edit('project', project({ name: '甲乙' }));
    await settle();
    expect([draft.setup.project.name, draft.stateOf('project').kind]).toEqual(['甲乙', 'typed']);
    await pause();
    await settle();
    expect(room.story.state.setup.project.name).toBe('甲乙');
    expect(bases()).toEqual([0, 1]);
    expect(draft.kept).toEqual([]);
  });

  test('[SD3] another section changed elsewhere: saved again on top, without a word', async () => {
    draft.edit('project', project({ name: '甲' }));
    room.other('rules', { policy: 'median' });
    draft.flush();
    await room.answer();
    expect(draft.stateOf('project').kind).toBe('typed');
    await settle();
    await settle();
    expect(bases()).toEqual([0, 1]);
    expect(room.story.state.setup).toMatchObject({
      project: { name: '甲' },
      rules: { policy: 'median' },
    });
    expect([draft.unsaved, draft.kept.length]).toEqual([false, 0]);
  });

  test('[SD4] another field of the section changed elsewhere: both stay', async () => {
    draft.edit('project', project({ name: '我的' }));
    room.other('project', { unit: '他们的' });
    draft.flush();
    await settle();
    expect(draft.setup.project).toMatchObject({ name: '我的', unit: '他们的' });
    await settle();
    expect(room.story.state.setup.project).toMatchObject({ name: '我的', unit: '他们的' });
    expect([draft.kept.length, draft.unsaved]).toEqual([0, false]);
  });

  test('[SD4] the same field changed elsewhere: theirs shows, ours is kept and offered', async () => {
    draft.edit('project', project({ name: '我的' }));
    room.other('project', { name: '他们的' });
    draft.flush();
    await settle();
    await pause();
    expect(room.sent).toHaveLength(1);
    expect(draft.setup.project.name).toBe('他们的');
    expect(draft.kept).toMatchObject([{ section: 'project', value: { name: '我的' } }]);

    draft.useKept(draft.kept[0]!);
    await pause();
    await settle();
    expect([draft.kept.length, room.story.state.setup.project.name]).toEqual([0, '我的']);
  });

  test('[SD4] also where the paper comes before anything was sent', async () => {
    draft.edit('project', project({ name: '我的' }));
    room.other('project', { name: '他们的' });
    draft.receive(room.paper);
    await pause();
    expect(room.sent).toHaveLength(0);
    expect([draft.setup.project.name, draft.kept.length]).toEqual(['他们的', 1]);
    draft.dropKept(draft.kept[0]!);
    expect(draft.kept).toEqual([]);
  });

  test('[SD4] theirs on top of our save is theirs; what we typed since is kept', async () => {
    draft.edit('project', project({ name: '我的' }));
    draft.flush();
    room.other('project', { name: '后来的' });
    draft.edit('project', project({ name: '我的又改' }));
    await settle();
    expect(draft.setup.project.name).toBe('后来的');
    expect(draft.kept).toMatchObject([{ value: { name: '我的又改' } }]);
  });

  test('[SD5] a refusal is told, and tried again only after another edit', async () => {
    room.story.does('secretary', { type: 'open-round' });
    draft.edit('project', project({ name: '晚了' }));
    draft.flush();
    await room.answer();
    draft.flush();
    expect(draft.stateOf('project')).toMatchObject({ kind: 'refused', code: 'wrong-phase' });
    expect(room.sent).toHaveLength(1);
    expect(draft.pending).toMatchObject([{ section: 'project', value: { name: '晚了' } }]);
  });

  test('[SD6] an older paper changes nothing; typing it back needs no save', async () => {
    const old = room.paper;
    room.other('project', { name: '新' });
    draft.receive(room.paper);
    draft.receive(old);
    expect(draft.setup.project.name).toBe('新');
    draft.edit('project', project({ name: '新的' }));
    draft.edit('project', project({ name: '新' }));
    await pause();
    expect([room.sent.length, draft.unsaved]).toEqual([0, false]);
  });
});
