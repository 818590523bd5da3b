import { DEFAULT_STEP } from './points.ts';
import { visitById, walk, type Visit } from './tree.ts';
import type { Framework, Indicator } from './terms.ts';

/**
 * Edits of a framework under preparation. Each returns a new framework that shares what it did not
 * touch, or the same one where there is nothing to do (an unknown id, the first one moved up).
 * No edit checks points or depth: `checkFramework` says what is wrong while a person is still typing.
 */

/** An indicator as a new row of the editor has it. */
export function blankIndicator(id: string): Indicator {
  return {
    id,
    name: '',
    points: null,
    step: DEFAULT_STEP,
    criteria: '',
    explanation: '',
    children: [],
  };
}

/**
 * The first unused id of the form `i07`. `alsoUsed`: ids that something else still refers to, such
 * as the self-assessment of a leaf that was deleted and may come back.
 */
export function freshId(framework: Framework, alsoUsed: Iterable<string> = []): string {
  const used = new Set([...walk(framework).map(({ indicator }) => indicator.id), ...alsoUsed]);
  let number = used.size + 1;
  const id = () => `i${String(number).padStart(2, '0')}`;
  while (used.has(id())) number += 1;
  return id();
}

/** Puts `indicator` under `parentId` (null: the first level), before the sibling at `index`. */
export function addIndicator(
  framework: Framework,
  parentId: string | null,
  index: number,
  indicator: Indicator,
): Framework {
  return withChildren(framework, parentId, (siblings) => siblings.toSpliced(index, 0, indicator));
}

/** Takes an indicator out, with everything in it. */
export function removeIndicator(framework: Framework, id: string): Framework {
  return atId(framework, id, (siblings, { index }) => siblings.toSpliced(index, 1));
}

/** Changes fields of an indicator; its id and its place stay. */
export function updateIndicator(
  framework: Framework,
  id: string,
  change: Partial<Omit<Indicator, 'id' | 'children'>>,
): Framework {
  return atId(framework, id, (siblings, { index, indicator }) =>
    siblings.with(index, { ...indicator, ...change }),
  );
}

/** Puts another indicator (with what is in it) in the place of one. */
export function replaceIndicator(framework: Framework, id: string, next: Indicator): Framework {
  return atId(framework, id, (siblings, { index }) => siblings.with(index, next));
}

export function moveUp(framework: Framework, id: string): Framework {
  return shift(framework, id, -1);
}

export function moveDown(framework: Framework, id: string): Framework {
  return shift(framework, id, +1);
}

/** Makes an indicator the last one in the sibling above it. */
export function indent(framework: Framework, id: string): Framework {
  const visit = visitById(framework, id);
  if (!visit || visit.index === 0) return framework;
  const above = siblingsOf(framework, visit)[visit.index - 1];
  if (!above) return framework;
  return moveTo(framework, id, above.id, above.children.length);
}

/** Makes an indicator the sibling right below its parent. */
export function outdent(framework: Framework, id: string): Framework {
  const parent = visitById(framework, id)?.parent;
  const place = parent && visitById(framework, parent.id);
  if (!place) return framework;
  return moveTo(framework, id, place.parent?.id ?? null, place.index + 1);
}

/**
 * Moves an indicator under `parentId` (null: the first level) to `index`, counted as if it had been
 * taken out already. An indicator can't move into itself.
 */
export function moveTo(
  framework: Framework,
  id: string,
  parentId: string | null,
  index: number,
): Framework {
  const visit = visitById(framework, id);
  if (!visit) return framework;
  const without = removeIndicator(framework, id);
  if (parentId !== null && !visitById(without, parentId)) return framework;
  return addIndicator(without, parentId, index, visit.indicator);
}

function shift(framework: Framework, id: string, by: -1 | 1): Framework {
  return atId(framework, id, (siblings, { index, indicator }) => {
    const other = siblings[index + by];
    return other ? siblings.with(index, other).with(index + by, indicator) : siblings;
  });
}

function siblingsOf(framework: Framework, visit: Visit): Indicator[] {
  return visit.parent?.children ?? framework.indicators;
}

function atId(
  framework: Framework,
  id: string,
  edit: (siblings: Indicator[], visit: Visit) => Indicator[],
): Framework {
  const visit = visitById(framework, id);
  if (!visit) return framework;
  return withChildren(framework, visit.parent?.id ?? null, (siblings) => edit(siblings, visit));
}

/** Rebuilds the way from the root to `parentId` around its edited children. */
function withChildren(
  framework: Framework,
  parentId: string | null,
  edit: (children: Indicator[]) => Indicator[],
): Framework {
  if (parentId === null) {
    const indicators = edit(framework.indicators);
    return indicators === framework.indicators ? framework : { ...framework, indicators };
  }
  const visit = visitById(framework, parentId);
  if (!visit) return framework;
  const children = edit(visit.indicator.children);
  if (children === visit.indicator.children) return framework;
  return withChildren(framework, visit.parent?.id ?? null, (siblings) =>
    siblings.with(visit.index, { ...visit.indicator, children }),
  );
}
