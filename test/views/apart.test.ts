import { describe, expect, test } from 'vitest';
import type { ExpertView } from '../../shared/views/terms.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { smallSetup, Story } from '../kit/panel.ts';

const given: Record<string, number> = { e1: 40_00, e2: 20_00, e3: 40_00, e4: 42_00, e5: 40_00 };

function revealed(anonymity: 'named' | 'anonymous'): Story {
  const setup = smallSetup();
  return new Story({ ...setup, rules: { ...setup.rules, anonymity } })
    .does('secretary', { type: 'open-round' })
    .allScore((seat, leaf) => (leaf === 'a' ? given[seat]! : 20_00))
    .does('e1', { type: 'reveal', without: [] });
}

const apartOf = (story: Story, seat: string) =>
  (viewFor(story.state, seat, '') as ExpertView).spreads?.map(({ apart }) => apart);

describe('the own outlier', () => {
  test.each(['named', 'anonymous'] as const)('[VW4] is told to its expert, %s', (anonymity) => {
    // |20 − 40.5| ÷ 50
    expect(apartOf(revealed(anonymity), 'e2')).toEqual([{ gap: 41_00, above: false }, null, null]);
  });

  test('[VW4] and to no other expert, nor to the wall', () => {
    const story = revealed('anonymous');
    for (const seat of ['e3', 'e4', 'e5']) expect(apartOf(story, seat)).toEqual([null, null, null]);
    expect(JSON.stringify(viewFor(story.state, 'projection', ''))).not.toContain('apart');
  });

  test('[VW4] before the reveal nobody is told anything', () => {
    const story = new Story()
      .does('secretary', { type: 'open-round' })
      .allScore((seat) => given[seat]!);
    expect((viewFor(story.state, 'e2', '') as ExpertView).spreads).toBeNull();
  });
});
