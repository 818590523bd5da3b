import { decide } from '../../shared/panel/decide/decide.ts';
import { evolve } from '../../shared/panel/evolve.ts';
import type { Command } from '../../shared/panel/commands.ts';
import type { Entry, Fact } from '../../shared/panel/facts.ts';
import { fenceOf } from '../../shared/panel/fence.ts';
import type { Refusal } from '../../shared/panel/refusals.ts';
import { initialSetup } from '../../shared/panel/setup.ts';
import { cardOf, expertSeats } from '../../shared/panel/seats.ts';
import { leavesFor } from '../../shared/panel/recusal.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import type { SealKey, SeatId, Setup } from '../../shared/panel/terms.ts';
import type { Framework, Indicator } from '../../shared/framework/terms.ts';
import type { Rule } from '../../shared/rules/terms.ts';
import type { CardChange } from '../../shared/scorecard/terms.ts';

function leaf(id: string, points: number): Indicator {
  return { id, name: `指标${id}`, points, step: 50, criteria: '', explanation: '', children: [] };
}

/** Two levels, three leaves of 50, 30 and 20 points; frozen, because many files share it. */
export const SMALL: Framework = frozen({
  title: '测试指标体系',
  indicators: [
    { ...leaf('g1', 0), points: null, children: [leaf('a', 50_00), leaf('b', 30_00)] },
    { ...leaf('g2', 0), points: null, children: [leaf('c', 20_00)] },
  ],
});

function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part) frozen(part);
  return Object.freeze(value);
}

export function smallSetup(change: Partial<Setup> = {}): Setup {
  const setup = initialSetup(SMALL);
  return { ...setup, project: { ...setup.project, name: '测试项目' }, ...change };
}

/** SMALL with criteria that compute: a step and a ratio on the project's money, and deductions. */
export function ruledSetup(change: Partial<Setup> = {}): Setup {
  const measure = { name: '执行率', part: '支付额', whole: '预算额', of: 'project' } as const;
  const rules: Record<string, Rule> = {
    a: {
      ...{ kind: 'step', measure, side: 'below', rounding: 'ceil' },
      ...{ from: 95_00, every: 10_00, each: 10_00, most: 50_00 },
    },
    b: { kind: 'ratio', measure },
    c: { kind: 'discretionary', usual: 50 },
  };
  const ruled = (indicator: Indicator): Indicator => ({
    ...indicator,
    rule: rules[indicator.id] ?? null,
    children: indicator.children.map(ruled),
  });
  const setup = smallSetup({ framework: { ...SMALL, indicators: SMALL.indicators.map(ruled) } });
  const project = { ...setup.project, budget: 3172000_00, spent: 2042500_00 };
  return { ...setup, project, ...change };
}

/** Stands for the hash of the last entry: the stories here are not chained. */
const HEAD = 'f'.repeat(64);

/** A history under construction: facts and commands in order, folded as the server does it. */
export class Story {
  readonly entries: Entry[] = [];
  state: PanelState;

  constructor(setup: Setup = smallSetup(), made: { sitting?: string; key?: SealKey } = {}) {
    this.state = this.#add({ type: 'panel-created', setup, ...made }, 'secretary');
  }

  /** Carries out a command that must succeed. */
  does(seat: SeatId, command: Command): this {
    const verdict = decide(this.state, command, { seat, head: HEAD });
    if ('refusal' in verdict) throw new Error(`${command.type}: ${verdict.refusal.code}`);
    if (verdict.fact) this.#add(verdict.fact, seat);
    return this;
  }

  /** Asks for a command; the refusal's code, or 'accepted'. Changes nothing. */
  asks(seat: SeatId, command: Command): string {
    return this.refusal(seat, command)?.code ?? 'accepted';
  }

  /** … the whole refusal, or null. */
  refusal(seat: SeatId, command: Command): Refusal | null {
    const verdict = decide(this.state, command, { seat, head: HEAD });
    return 'refusal' in verdict ? verdict.refusal : null;
  }

  edits(seat: SeatId, changes: CardChange[], card?: string): this {
    const id = card ?? cardOf(seat, this.state.phase === 'setup' ? 1 : this.state.round.number);
    const leaves = changes.map((change) => change.leaf);
    this.#add({ type: 'scores-changed', card: id, leaves }, seat, changes);
    return this;
  }

  /** Every expert scores every leaf of the round by `scoreOf` and hands in. */
  allScore(
    scoreOf: (seat: SeatId, leaf: string) => number = () => 10_00,
    seats: readonly SeatId[] = expertSeats(this.state.setup),
  ): this {
    for (const seat of seats) this.scores(seat, scoreOf);
    return this;
  }

  scores(seat: SeatId, scoreOf: (seat: SeatId, leaf: string) => number): this {
    if (this.state.phase !== 'scoring') throw new Error('not scoring');
    const changes = leavesFor(this.state, seat).map(({ id }): CardChange => ({
      leaf: id,
      mark: { score: scoreOf(seat, id) },
      reason: `理由 ${id}`,
    }));
    return this.edits(seat, changes).does(seat, { type: 'submit-card' });
  }

  decidesAll(score: (leaf: string) => number = () => 10_00): this {
    if (this.state.phase !== 'revealed') throw new Error('not revealed');
    const decisions = this.state.leaves.map(({ id }) => ({
      leaf: id,
      score: score(id),
      reason: '见讨论',
    }));
    return this.does('e1', { type: 'decide', decisions });
  }

  #add(fact: Fact, actor: SeatId, changes?: CardChange[]): PanelState {
    const position = this.entries.length + 1;
    const entry: Entry = {
      position,
      at: new Date(Date.UTC(2026, 0, 1, 9, 0, position)).toISOString(),
      actor,
      bumps: fenceOf(fact).bumps,
      fact,
      ...(changes ? { changes } : {}),
    };
    this.entries.push(entry);
    this.state = evolve(this.state ?? null, entry)!;
    return this.state;
  }
}
