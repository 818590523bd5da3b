import { initialSetup } from '../../shared/panel/setup.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import type { SittingCommand } from '../../shared/sitting/commands.ts';
import { decideSitting } from '../../shared/sitting/decide.ts';
import { evolveSitting } from '../../shared/sitting/evolve.ts';
import type { SittingEntry, SittingFact } from '../../shared/sitting/facts.ts';
import { sittingFenceOf } from '../../shared/sitting/fence.ts';
import type { SittingState } from '../../shared/sitting/state.ts';
import { SMALL, smallSetup, Story } from './panel.ts';

/** A sitting under construction, with the stories of its projects; folded as the server does it. */
export class SittingStory {
  readonly entries: SittingEntry[] = [];
  readonly stories = new Map<string, Story>();
  state: SittingState;

  constructor(ranking = true) {
    const { experts, chair, rules } = initialSetup(SMALL);
    const setup = { experts, chair, rules };
    this.state = this.#add({ type: 'sitting-opened', title: '年度评价', setup, ranking });
  }

  get panels(): Map<string, PanelState> {
    return new Map([...this.stories].map(([panel, { state }]) => [panel, state]));
  }

  /** A project at the end of the agenda. */
  adds(panel: string, name = `项目${panel}`): this {
    const setup = smallSetup({ ...this.state.setup });
    this.stories.set(panel, new Story({ ...setup, project: { ...setup.project, name } }));
    this.#add({ type: 'project-added', panel, name });
    return this;
  }

  /** Carries out a command that must succeed. */
  does(seat: SeatId, command: SittingCommand): this {
    const verdict = decideSitting(this.state, command, { seat }, this.panels);
    if ('refusal' in verdict) throw new Error(`${command.type}: ${verdict.refusal.code}`);
    if (verdict.fact) this.#add(verdict.fact, seat);
    return this;
  }

  /** Asks for a command; the refusal's code, the fact's type, or 'nothing'. Changes nothing. */
  asks(seat: SeatId, command: SittingCommand): string {
    const verdict = decideSitting(this.state, command, { seat }, this.panels);
    return 'refusal' in verdict ? verdict.refusal.code : (verdict.fact?.type ?? 'nothing');
  }

  /** Takes a project to its conclusion with this score on each of the three indicators. */
  concludes(panel: string, score: number): this {
    this.opens(panel)
      .story(panel)
      .allScore()
      .does('e1', { type: 'reveal', without: [] })
      .decidesAll(() => score)
      .does('e1', { type: 'conclude' });
    return this;
  }

  opens(panel: string): this {
    this.story(panel).does('secretary', { type: 'open-round' });
    return this;
  }

  story(panel: string): Story {
    return this.stories.get(panel)!;
  }

  #add(fact: SittingFact, actor: SeatId = 'secretary'): SittingState {
    const position = this.entries.length + 1;
    const at = new Date(Date.UTC(2026, 0, 1, 9, 0, position)).toISOString();
    const entry = { position, at, actor, bumps: sittingFenceOf(fact).bumps, fact };
    this.entries.push(entry);
    this.state = evolveSitting(this.state ?? null, entry)!;
    return this.state;
  }
}
