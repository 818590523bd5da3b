import {
  addIndicator,
  blankIndicator,
  freshId,
  indent,
  moveTo,
  outdent,
  removeIndicator,
  updateIndicator,
} from '../../shared/framework/edits.ts';
import { MAX_LEVELS, type Framework, type SelfAssessment } from '../../shared/framework/terms.ts';
import { depthOf, isLeaf, visitById, walk } from '../../shared/framework/tree.ts';

/** What the editor edits: two sections of the setup that undo and paste treat as one. */
export interface Editable {
  framework: Framework;
  selfAssessment: SelfAssessment;
}

/** An edit, and the indicator to go on with; null: the edit is not possible. */
export type Edit = { next: Editable; focus: string } | null;

/** A new leaf right below `id`, on its level; without one, at the end of the first level. */
export function addBeside(now: Editable, id: string | null): Edit {
  const visit = id === null ? null : visitById(now.framework, id);
  const parent = visit?.parent?.id ?? null;
  const index = visit ? visit.index + 1 : now.framework.indicators.length;
  const blank = blankIndicator(unusedId(now));
  return within(now, addIndicator(now.framework, parent, index, blank), blank.id);
}

/**
 * A new leaf inside `id`. A leaf that becomes a level hands its points, criteria and self-assessment
 * down to the new one: they belong to what is scored.
 */
export function addInside(now: Editable, id: string): Edit {
  const visit = visitById(now.framework, id);
  if (!visit || visit.depth >= MAX_LEVELS) return null;
  const { indicator } = visit;
  const blank = blankIndicator(unusedId(now));
  if (!isLeaf(indicator)) {
    const index = indicator.children.length;
    return within(now, addIndicator(now.framework, id, index, blank), blank.id);
  }
  const { points, step, criteria, explanation, responsible } = indicator;
  const heir = {
    ...{ ...blank, points, step, criteria, explanation },
    ...(responsible ? { responsible } : {}),
  };
  const emptied = updateIndicator(now.framework, id, {
    ...{ criteria: '', explanation: '' },
    ...(responsible ? { responsible: '' } : {}),
  });
  const { [id]: own, ...others } = now.selfAssessment;
  const selfAssessment = own ? { ...others, [heir.id]: own } : now.selfAssessment;
  return {
    next: { framework: addIndicator(emptied, id, 0, heir), selfAssessment },
    focus: heir.id,
  };
}

/** Takes `id` out with what is in it, and goes on with the next one on its level, or near it. */
export function remove(now: Editable, id: string): Edit {
  const visit = visitById(now.framework, id);
  if (!visit) return null;
  const siblings = visit.parent?.children ?? now.framework.indicators;
  const near = siblings[visit.index + 1] ?? siblings[visit.index - 1] ?? visit.parent;
  return within(now, removeIndicator(now.framework, id), near?.id ?? '');
}

/** One level down, into the sibling above; not below the last level. */
export function moveInside(now: Editable, id: string): Edit {
  const framework = indent(now.framework, id);
  const tooDeep = depthOf(framework) > Math.max(MAX_LEVELS, depthOf(now.framework));
  return tooDeep ? null : within(now, framework, id);
}

/** One level up, right below its parent. */
export function moveOutside(now: Editable, id: string): Edit {
  return within(now, outdent(now.framework, id), id);
}

/**
 * What `dragged` would land beside when it is over the row of `leaf`: the row's indicator on the
 * dragged one's level, or the leaf itself where the row has none. Null over its own rows.
 */
export function dropTarget(framework: Framework, dragged: string, leaf: string): string | null {
  const own = visitById(framework, dragged);
  if (!own) return null;
  let visit = visitById(framework, leaf);
  while (visit && visit.depth > own.depth && visit.parent)
    visit = visitById(framework, visit.parent.id);
  if (!visit || visit.indicator.id === dragged) return null;
  const inside = walk({ title: '', indicators: [own.indicator] });
  return inside.some(({ indicator }) => indicator.id === leaf) ? null : visit.indicator.id;
}

/** Puts `dragged` right before or after `target`, on its level. */
export function dropBeside(
  now: Editable,
  dragged: string,
  target: string,
  side: 'before' | 'after',
): Edit {
  const from = visitById(now.framework, dragged);
  const to = visitById(now.framework, target);
  if (!from || !to || dragged === target) return null;
  const parent = to.parent?.id ?? null;
  // moveTo counts as if the dragged one had been taken out already.
  const before = (from.parent?.id ?? null) === parent && from.index < to.index ? 1 : 0;
  const index = to.index - before + (side === 'after' ? 1 : 0);
  return within(now, moveTo(now.framework, dragged, parent, index), dragged);
}

/** An id that neither the tree nor a self-assessment uses. */
export function unusedId(now: Editable): string {
  return freshId(now.framework, Object.keys(now.selfAssessment));
}

function within(now: Editable, framework: Framework, focus: string): Edit {
  return framework === now.framework ? null : { next: { ...now, framework }, focus };
}
