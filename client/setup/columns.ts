/** What a leaf carries beside its name. */
export const LEAF_FIELDS = [
  'points',
  'criteria',
  'explanation',
  'responsible',
  'step',
  'selfScore',
  'selfReason',
] as const;
export type LeafField = (typeof LEAF_FIELDS)[number];

/** A column of the editor, or of a table that is pasted into it. */
export type Column =
  | { kind: 'level'; level: number }
  /** The points of what the level's column names. Printed tables give each level its weight. */
  | { kind: 'weight'; level: number }
  | { kind: 'leaf'; field: LeafField };

export const level = (number: number): Column => ({ kind: 'level', level: number });
export const leafColumn = (field: LeafField): Column => ({ kind: 'leaf', field });

/** Columns of a cell to type in: those of a leaf (its rule lies under the criteria), and the
 * name and points that a level has too. */
export type Field = 'name' | LeafField | 'rule';

/** The id of a cell's input: where focus goes, and where a finding's link leads. */
export function cellId(indicator: string, field: Field): string {
  return `cell-${indicator}-${field}`;
}

/** Columns that a person may show or hide. The self-assessment's two go together. */
export const OPTIONAL_FIELDS = ['explanation', 'responsible', 'step', 'selfScore'] as const;
export type OptionalField = (typeof OPTIONAL_FIELDS)[number];

/** The leaf columns of the editor as they stand side by side. */
export function shownFields(shown: Readonly<Record<OptionalField, boolean>>): LeafField[] {
  return LEAF_FIELDS.filter((field) => {
    if (field === 'points' || field === 'criteria') return true;
    return shown[field === 'selfReason' ? 'selfScore' : field];
  });
}
