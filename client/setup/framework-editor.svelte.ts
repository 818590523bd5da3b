import { tick } from 'svelte';
import { moveDown, moveUp, updateIndicator } from '../../shared/framework/edits.ts';
import type { Points } from '../../shared/framework/points.ts';
import type { Indicator } from '../../shared/framework/terms.ts';
import type { Project } from '../../shared/panel/terms.ts';
import { findById, leavesOf, walk } from '../../shared/framework/tree.ts';
import { t } from '../i18n/language.svelte.ts';
import { editor as words } from '../i18n/setup-framework.ts';
import { cellId, type Field, type OptionalField } from './columns.ts';
import * as acts from './framework-acts.ts';
import type { Edit, Editable } from './framework-acts.ts';
import { ImportDesk } from './import/import-desk.svelte.ts';
import { RuleDesk } from './rules/rule-desk.svelte.ts';
import { NO_HISTORY, redo, remember, undo, type History } from './history.ts';
import { sameValue } from './same-value.ts';
import type { SetupDraft } from './setup-draft.svelte.ts';
import { backwards, takeFacts, withFacts, type TakenFacts } from './taken-facts.ts';

export interface Place {
  id: string;
  field: Field;
}

/** What going to it brings back: the tree, and the project's facts that changed with it. */
interface Step extends Editable {
  facts?: TakenFacts;
}

/** The framework under preparation as its editor works on it: edits, undo, where the person is. */
export class FrameworkEditor {
  readonly rules: RuleDesk;
  /** A table that may become the framework. */
  readonly imports: ImportDesk;
  #draft: SetupDraft;
  #history: History<Step> = $state.raw(NO_HISTORY);
  /** What the last edit left: anything else was done by another device. */
  #left: Editable | null = null;
  #place: Place | null = $state.raw(null);
  #said = $state('');
  #undoOffered = $state(false);
  #epoch = $state(0);
  #shown: Record<OptionalField, boolean> = $state({
    explanation: false,
    responsible: false,
    step: false,
    selfScore: false,
  });

  constructor(draft: SetupDraft) {
    this.#draft = draft;
    this.rules = new RuleDesk(() => draft.setup);
    this.imports = new ImportDesk(() => draft.setup);
    this.#showWhatIsThere();
  }

  get now(): Editable {
    const { framework, selfAssessment } = this.#draft.setup;
    return { framework, selfAssessment };
  }
  /** Ids that something outside the tree refers to: they are given to nothing else. */
  get usedIds(): string[] {
    const { selfAssessment, evidence } = this.#draft.setup;
    return [...Object.keys(selfAssessment), ...Object.keys(evidence)];
  }
  /** The cell that has, or last had, the keyboard; null where that is gone. */
  get place(): Place | null {
    const place = this.#place;
    return place && findById(this.now.framework, place.id) ? place : null;
  }
  get current(): Indicator | null {
    return this.place && findById(this.now.framework, this.place.id);
  }
  /** What the last act did, in words. */
  get said(): string {
    return this.#said;
  }
  get undoOffered(): boolean {
    return this.#undoOffered;
  }
  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }
  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }
  /** Rises when the tree is replaced: cells of the old one hold nothing of the new one's. */
  get epoch(): number {
    return this.#epoch;
  }
  get shown(): Readonly<Record<OptionalField, boolean>> {
    return this.#shown;
  }

  show(column: OptionalField, visible = true): void {
    this.#shown[column] = visible;
  }

  enter(place: Place): void {
    this.#place = place;
  }

  change(id: string, field: Field, part: Partial<Indicator>): void {
    const framework = updateIndicator(this.now.framework, id, part);
    this.commit({ ...this.now, framework }, cellId(id, field));
  }

  /** `score` null: the unit gave itself none. Its reason goes with it; undo brings both back. */
  assess(id: string, part: { score?: Points | null; reason?: string }): void {
    const { [id]: own, ...others } = this.now.selfAssessment;
    const score = part.score === undefined ? own?.score : part.score;
    const selfAssessment =
      score === null || score === undefined
        ? others
        : { ...others, [id]: { score, reason: part.reason ?? own?.reason ?? '' } };
    const field = part.score === undefined ? 'selfReason' : 'selfScore';
    this.commit({ ...this.now, selfAssessment }, cellId(id, field));
  }

  /** `about`: the cell typed in, for undo; null for an act that is a step of its own. */
  commit(next: Editable, about: string | null, facts: TakenFacts | null = null): void {
    const before: Step = facts ? { ...this.now, facts: backwards(facts) } : this.now;
    // Undo would take back what another device did meanwhile: its own steps end here.
    if (this.#left && !sameValue(this.#left, this.now)) this.#history = NO_HISTORY;
    this.#history = remember(this.#history, before, about);
    this.#write({ ...next, ...(facts ? { facts } : {}) });
    this.#say('');
  }

  addBeside(): void {
    this.#go(acts.addBeside(this.now, this.place?.id ?? null), 'name');
  }
  addFirst(): void {
    this.#go(acts.addBeside(this.now, null), 'name');
  }
  addInside(): void {
    if (this.place) this.#go(acts.addInside(this.now, this.place.id), 'name');
  }
  indent(): void {
    if (this.place) this.#go(acts.moveInside(this.now, this.place.id));
  }
  outdent(): void {
    if (this.place) this.#go(acts.moveOutside(this.now, this.place.id));
  }
  move(by: -1 | 1): void {
    if (!this.place) return;
    const { id } = this.place;
    const framework = (by < 0 ? moveUp : moveDown)(this.now.framework, id);
    const moved = framework !== this.now.framework;
    this.#go(moved ? { next: { ...this.now, framework }, focus: id } : null);
  }
  drop(dragged: string, target: string, side: 'before' | 'after'): void {
    this.#go(acts.dropBeside(this.now, dragged, target, side), 'name');
  }

  remove(): void {
    const { place, current } = this;
    if (!place || !current) return;
    const name = current.name.trim() || t(words.unnamed);
    const inside = leavesOf({ title: '', indicators: current.children }).length;
    this.#go(acts.remove(this.now, place.id), 'name');
    this.#say(
      inside > 0 ? t(words.removedWith, { name, n: inside }) : t(words.removed, { name }),
      true,
    );
  }

  /**
   * A whole tree, or a paste, with the project's `facts` that came along: done at once, said, and
   * taken back with one undo.
   */
  replace(next: Editable, sentence: string, facts: Partial<Project> = {}): void {
    this.commit(next, null, takeFacts(this.#draft.setup.project, facts));
    this.#showWhatIsThere();
    this.#say(sentence, true);
    this.#epoch += 1;
    if (this.place) void this.focus(this.place.id, this.place.field);
  }

  undo(): void {
    this.#travel(undo(this.#history, this.#facing(this.#history.past.at(-1))));
  }
  redo(): void {
    this.#travel(redo(this.#history, this.#facing(this.#history.future.at(-1))));
  }

  async focus(id: string, field: Field): Promise<void> {
    await tick();
    // A leaf that became a level has no cells beyond its name and points.
    const cell = document.getElementById(cellId(id, field));
    (cell ?? document.getElementById(cellId(id, 'name')))?.focus();
  }

  #go(edit: Edit, field?: Field): void {
    if (!edit) return this.#say(t(words.cannotMove));
    this.commit(edit.next, null);
    void this.focus(edit.focus, field ?? this.place?.field ?? 'name');
  }

  /** What is there now, as the way back from `other`. */
  #facing(other: Step | undefined): Step {
    return other?.facts ? { ...this.now, facts: backwards(other.facts) } : this.now;
  }

  #travel(step: { value: Step; history: History<Step> } | null): void {
    if (!step) return;
    this.#history = step.history;
    this.#write(step.value);
    this.#say('');
    if (this.place) void this.focus(this.place.id, this.place.field);
  }

  #write({ facts, ...next }: Step): void {
    const { framework, selfAssessment } = this.now;
    const { project } = this.#draft.setup;
    if (facts) this.#draft.edit('project', withFacts(project, facts));
    if (next.framework !== framework) this.#draft.edit('framework', next.framework);
    if (next.selfAssessment !== selfAssessment)
      this.#draft.edit('selfAssessment', next.selfAssessment);
    this.#left = next;
  }

  #say(sentence: string, undoOffered = false): void {
    this.#said = sentence;
    this.#undoOffered = undoOffered;
  }

  /** Columns that hold something are shown; a shown one is never hidden under somebody's hands. */
  #showWhatIsThere(): void {
    const { framework, selfAssessment } = this.now;
    const leaves = leavesOf(framework);
    this.#shown.selfScore ||= Object.keys(selfAssessment).length > 0;
    this.#shown.explanation ||= leaves.some(({ explanation }) => explanation !== '');
    this.#shown.responsible ||= walk(framework).some(({ indicator }) => indicator.responsible);
    this.#shown.step ||= leaves.some(({ step }) => step !== leaves[0]!.step);
  }
}
