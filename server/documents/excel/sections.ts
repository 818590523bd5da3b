import type { Block, Document } from '../../../shared/documents/document.ts';
import type { Table } from '../../../shared/documents/table.ts';

/** What stands on one sheet of a workbook: texts, then a table, then texts after the last one. */
export interface Section {
  name: string;
  before: Exclude<Block, { kind: 'table' }>[];
  table: Table | null;
  after: Exclude<Block, { kind: 'table' }>[];
}

/**
 * A document in sheets, one for each table: so each keeps its own columns, its frozen head and its
 * print titles.
 */
export function sectionsOf({ name, blocks }: Document): Section[] {
  const sections: Section[] = [];
  let before: Section['before'] = [];
  for (const block of blocks)
    if (block.kind !== 'table') before.push(block);
    else {
      const title = sections.length === 0 ? name : block.table.title;
      sections.push({ name: title, before, table: block.table, after: [] });
      before = [];
    }
  if (before.length > 0 && sections.length > 0) sections.at(-1)!.after = before;
  else if (sections.length === 0) sections.push({ name, before, table: null, after: [] });
  return named(sections);
}

/** Excel allows 31 characters, some not at all, and no name twice whatever its case. */
function named(sections: Section[]): Section[] {
  const taken = new Set<string>();
  return sections.map((section) => {
    const base = section.name.replace(/[[\]:*?/\\']/g, ' ').trim() || 'Sheet';
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : ` ${count}`;
      const name = [...base].slice(0, 31 - ending.length).join('') + ending;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return { ...section, name };
    }
  });
}
