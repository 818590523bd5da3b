import { tick } from 'svelte';
import type { CardKey, Mode } from './keys.ts';
import type { Scoring } from './scoring.svelte.ts';

/** Carries out what keys and links ask of a card, and keeps eyes and keyboard with it. */
export class Attention {
  #scoring: Scoring;
  #place: () => HTMLElement | undefined;

  /** `place`: what holds the fields, which say by data-card and data-leaf what they are. */
  constructor(scoring: Scoring, place: () => HTMLElement | undefined) {
    this.#scoring = scoring;
    this.#place = place;
  }

  jump(leaf: string): void {
    this.#scoring.select(leaf);
    this.#attend(false);
  }
  move(by: 1 | -1): void {
    this.#scoring.move(by);
    this.#attend(false);
  }
  /** `typing`: asked for from within a score field. */
  next(typing: boolean): void {
    if (this.#scoring.next()) this.#attend(typing);
    else blur();
  }

  async show(mode: Mode): Promise<void> {
    this.#scoring.mode = mode;
    await tick();
    const leaf = this.#scoring.line?.leaf.id;
    this.#place()?.querySelector(`[data-row="${leaf}"]`)?.scrollIntoView({ block: 'center' });
  }

  /** To the fact's first field, or to the next line of the deductions: there is room for them here. */
  async fill(part: 'fact' | 'list', leaf?: string): Promise<void> {
    if (leaf !== undefined) this.#scoring.select(leaf);
    this.#scoring.mode = 'single';
    const target = await this.#focus(part);
    // The list is opened by its button, which hands the focus on.
    if (target instanceof HTMLButtonElement && part === 'list') target.click();
  }

  /** All but 'help', which is the page's. */
  carryOut(key: CardKey, typing: boolean): void {
    const scoring = this.#scoring;
    const { line } = scoring;
    if (!line) return;
    switch (key.act) {
      case 'move':
        return this.move(key.by);
      case 'step':
        scoring.step(line, key.by);
        // Digits that follow start a new score.
        return typing ? void this.#focus('score', true) : undefined;
      case 'type':
        return void this.#type(key.character);
      case 'next':
        return this.next(typing);
      case 'reason':
        return void this.#focus('reason');
      case 'fact':
      case 'list':
        return void this.fill(key.act);
      case 'view':
        return void this.show(scoring.mode === 'single' ? 'table' : 'single');
      case 'undo':
        return scoring.undo();
      case 'redo':
        return scoring.redo();
      case 'full':
        return scoring.give(line, line.leaf.points);
      case 'abstain':
        return scoring.abstain(line);
      case 'leave':
        return scoring.mode === 'single' ? void this.#focus('heading') : blur();
    }
  }

  #attend(typing: boolean): void {
    const single = this.#scoring.mode === 'single';
    // A phone's keyboard would close and open again between two scores.
    const stay = typing && matchMedia('(pointer: coarse)').matches;
    void this.#focus(single && !stay ? 'heading' : 'score');
    if (single) scrollTo({ top: 0 });
  }

  async #type(character: string): Promise<void> {
    const { line, editable } = this.#scoring;
    if (!line || !editable) return;
    const field = await this.#focus('score');
    this.#scoring.type(line, character);
    await tick();
    if (field instanceof HTMLInputElement) field.setSelectionRange(1, 1);
  }

  async #focus(
    part: 'score' | 'reason' | 'heading' | 'fact' | 'list',
    select = false,
  ): Promise<HTMLElement | null> {
    await tick();
    const named = part === 'score' || part === 'reason';
    const leaf = named ? `[data-leaf="${this.#scoring.line?.leaf.id}"]` : '';
    const target = this.#place()?.querySelector<HTMLElement>(`[data-card=${part}]${leaf}`) ?? null;
    target?.focus();
    if (select && target instanceof HTMLInputElement) target.select();
    return target;
  }
}

function blur(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
