import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PAUSE, type Sent, type Typed, WritingDesk } from '../../client/writing/writing-desk.ts';
import { decide } from '../../shared/panel/decide/decide.ts';
import type { Command } from '../../shared/panel/commands.ts';
import { sentenceOf } from '../../shared/panel/refusals.ts';
import type { ChairView } from '../../shared/views/terms.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import type { Answer } from '../../shared/wire/events.ts';
import { Story } from '../kit/panel.ts';

/** The panel's own rules behind a line that is flushed by hand. */
class Room {
  story = new Story()
    .does('secretary', { type: 'open-round' })
    .allScore()
    .does('e1', { type: 'reveal', without: [] })
    .decidesAll();
  sent: Command[] = [];
  kept: Readonly<Record<string, Typed>> = {};
  #answers: (() => void)[] = [];

  get view(): Sent {
    return viewFor(this.story.state, 'secretary', '') as unknown as ChairView;
  }

  desk(): WritingDesk {
    return new WritingDesk(this.view, (command) => this.#take(command), {
      kept: { read: () => this.kept, write: (typed) => (this.kept = typed) },
      onchange: () => undefined,
      now: () => 0,
    });
  }

  /** The chair writes on another device, on top of what stands. */
  other(text: string): void {
    const { parts, edition: answers } = this.view.analysis;
    const base = parts['problems']?.edition ?? 0;
    this.story.does('e1', { type: 'write-analysis', part: 'problems', text, base, answers });
  }

  async answer(): Promise<void> {
    for (const give of this.#answers.splice(0)) give();
    await vi.advanceTimersByTimeAsync(0);
  }

  get text(): string | null {
    return this.view.analysis.parts['problems']?.text ?? null;
  }

  #take(command: Command): Promise<Answer> {
    this.sent.push(command);
    const verdict = decide(this.story.state, command, { seat: 'secretary', head: '' });
    let answer: Answer;
    if ('refusal' in verdict) {
      const { code } = verdict.refusal;
      const [zh, en] = [sentenceOf({ code }, 'zh'), sentenceOf({ code }, 'en')];
      answer = { ok: false, code, zh, en };
    } else {
      this.story.does('secretary', command);
      answer = { ok: true, version: this.view.version };
    }
    return new Promise((resolve) => this.#answers.push(() => resolve(answer)));
  }
}

let room: Room;
let desk: WritingDesk;
const pause = () => vi.advanceTimersByTimeAsync(PAUSE);
const settle = async () => {
  await room.answer();
  desk.receive(room.view);
};
const kind = () => desk.states['problems']?.kind;

beforeEach(() => {
  vi.useFakeTimers();
  room = new Room();
  desk = room.desk();
});
afterEach(() => {
  desk.close();
  vi.useRealTimers();
});

describe('[WD1] words are saved as they are typed', () => {
  test('a burst is one save, on this device until the server and the view have it', async () => {
    desk.edit('problems', '台');
    desk.edit('problems', '台账不全');
    expect([kind(), room.kept['problems']?.text]).toEqual(['typed', '台账不全']);
    await pause();
    expect([room.sent.length, kind(), desk.unsaved]).toEqual([1, 'saving', true]);
    await room.answer();
    expect(desk.unsaved).toBe(true);
    desk.receive(room.view);
    expect([kind(), desk.unsaved, room.kept]).toEqual(['saved', false, {}]);
  });

  test('typing on meanwhile is saved on top of it', async () => {
    desk.edit('problems', '一');
    await pause();
    desk.edit('problems', '一二');
    await settle();
    await pause();
    await settle();
    expect([room.text, kind(), room.sent.length]).toEqual(['一二', 'saved', 2]);
  });

  test('nothing is sent while an input method composes, nor while the field is empty', async () => {
    desk.edit('problems', 'tai', true);
    await pause();
    expect(room.sent).toEqual([]);
    desk.edit('problems', '');
    await pause();
    expect(room.sent).toEqual([]);
    desk.flush('problems');
    await settle();
    expect([desk.unsaved, room.text]).toEqual([false, null]);
  });

  test('what a closed page left behind is saved by the next one', async () => {
    desk.edit('problems', '台账不全');
    desk.close();
    desk = room.desk();
    desk.start();
    await settle();
    expect([room.text, room.kept]).toEqual(['台账不全', {}]);
  });

  test('too long is not sent, and kept', async () => {
    desk.edit('leaf:a', '长'.repeat(2001));
    await pause();
    expect([room.sent.length, room.kept['leaf:a']?.text?.length]).toEqual([0, 2001]);
  });
});

describe('[WD2] two who write at once', () => {
  test('the later sees both texts and chooses; nothing goes over the other unseen', async () => {
    desk.edit('problems', '我的');
    room.other('对方的');
    await pause();
    await settle();
    expect([kind(), room.text, desk.typed['problems']?.text]).toEqual(['moved', '对方的', '我的']);
    desk.edit('problems', '我的文字');
    await pause();
    expect([kind(), room.text]).toEqual(['moved', '对方的']);
    desk.keepMine('problems');
    await settle();
    expect([kind(), room.text]).toEqual(['saved', '我的文字']);
  });

  test('noticed before anything is sent; theirs may be taken', async () => {
    desk.edit('problems', '我的');
    room.other('对方的');
    desk.receive(room.view);
    expect(kind()).toBe('moved');
    await pause();
    expect(room.sent).toEqual([]);
    desk.useTheirs('problems');
    expect([kind(), desk.unsaved, room.text]).toEqual(['still', false, '对方的']);
  });

  test('the same words from both are no conflict', () => {
    desk.edit('problems', '台账不全 ');
    room.other('台账不全');
    desk.receive(room.view);
    expect([kind(), desk.unsaved]).toEqual(['still', false]);
  });
});

describe('[WD3] decisions that change under the pen', () => {
  const again = () => {
    const decisions = [{ leaf: 'a', score: 11_00, reason: '见讨论' }];
    room.story.does('e1', { type: 'decide', decisions });
    desk.receive(room.view);
  };
  const changed = () => room.view.analysis.parts['problems']?.changed;

  test('typing on does not hide them; saying that it is still right does', async () => {
    desk.edit('problems', '一');
    again();
    await pause();
    await settle();
    expect(changed()).toEqual(['a']);
    desk.edit('problems', '一二');
    await pause();
    await settle();
    expect(changed()).toEqual(['a']);
    desk.agree('problems');
    await settle();
    expect([changed(), room.text]).toEqual([[], '一二']);
  });

  test('the draft taken again is nobody’s words any more', async () => {
    room.other('对方的');
    desk.receive(room.view);
    desk.again('problems');
    await settle();
    expect([room.text, desk.unsaved]).toEqual([null, false]);
  });
});
