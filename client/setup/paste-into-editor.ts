import { adoptTree } from '../../shared/import/adopt.ts';
import { readFramework } from '../../shared/import/read-framework.ts';
import { plainSheet } from '../../shared/import/sheet.ts';
import { parseName } from '../../shared/framework/parse-name.ts';
import { leavesOf, leavesUnder, visitById } from '../../shared/framework/tree.ts';
import { t } from '../i18n/language.svelte.ts';
import { editor as words } from '../i18n/setup-framework.ts';
import { importWords } from '../i18n/setup-import.ts';
import { goTo } from './go-to.ts';
import { leafColumn, level, type Column, type LeafField } from './columns.ts';
import type { FrameworkEditor, Place } from './framework-editor.svelte.ts';
import { pasteTable, type Pasted } from './paste-table.ts';
import { isTable, parseTsv } from './tsv.ts';

const LONGEST_LIST = 3;
const LONGEST_TEXT = 16;

/**
 * Pastes into the cell at `place`: a table goes into the cells from there on, a table with a head of
 * its own becomes the whole framework, a name with points in brackets gives both. False: an ordinary
 * text, for the field itself. `whole`: the text would replace all that the field holds.
 */
export function pasteIntoCell(
  editor: FrameworkEditor,
  place: Place,
  shown: { levels: number; fields: readonly LeafField[] },
  text: string,
  whole: boolean,
): boolean {
  if (isTable(text)) {
    const rows = parseTsv(text);
    if (isWhole(rows)) pasteWhole(editor, text);
    else pasteRows(editor, place, shown, rows);
    return true;
  }
  const { name, points } = parseName(text);
  if (place.field !== 'name' || points === null || !whole) return false;
  editor.change(place.id, 'name', { name, points });
  return true;
}

/** A table with a head of its own, which says that it is a framework. */
const isWhole = (rows: string[][]): boolean => readFramework([plainSheet('', rows)]).head !== null;

/**
 * Makes a pasted table the framework, in place of what is there; its title stays. One that leaves
 * doubts, or holds nothing, is shown first.
 */
export function pasteWhole(editor: FrameworkEditor, text: string): void {
  const sheet = plainSheet(t(importWords.pasted), parseTsv(text));
  const { tree, doubts } = readFramework([sheet], { loose: true });
  if (doubts.some(({ kind }) => kind === 'doubt')) {
    editor.imports.open([sheet], sheet.name, true);
    return void goTo('import-heading');
  }
  const { framework } = editor.now;
  const next = adoptTree(tree, framework.title, framework, editor.usedIds);
  const n = leavesOf(next.framework).length;
  const said = [t(words.pastedWhole, { n }), ...doubts.map((doubt) => t(doubt))];
  editor.replace(next, said.slice(0, 1 + LONGEST_LIST).join(' '));
}

function pasteRows(
  editor: FrameworkEditor,
  { id, field }: Place,
  { levels, fields }: { levels: number; fields: readonly LeafField[] },
  rows: string[][],
): void {
  const { framework } = editor.now;
  const visit = visitById(framework, id);
  if (!visit) return;
  const first = leavesUnder(visit.indicator)[0]!.id;
  const row = leavesOf(framework).findIndex((leaf) => leaf.id === first);
  const isLeaf = first === id;
  // A leaf's name reaches to the last level column: what is pasted beside it goes beside that.
  const depth = isLeaf ? levels : visit.depth;
  const columns: Column[] = [
    ...Array.from({ length: levels }, (_, index) => level(index + 1)),
    ...fields.map(leafColumn),
  ];
  let column = depth - 1;
  if (field !== 'name' && field !== 'rule' && isLeaf) column = levels + fields.indexOf(field);
  if (field !== 'name' && !isLeaf) columns[column] = { kind: 'weight', level: depth };
  const pasted = pasteTable(editor.now, rows, { row, column }, columns);
  const sentence = t(words.pasted, { n: pasted.placed });
  editor.replace(pasted.next, `${sentence}${unplacedWords(pasted)}`);
}

function unplacedWords({ unplaced }: Pasted): string {
  if (unplaced.length === 0) return '';
  const texts = unplaced.slice(0, LONGEST_LIST).map((text) => `“${text.slice(0, LONGEST_TEXT)}”`);
  const more = unplaced.length > LONGEST_LIST ? ` … (${unplaced.length})` : '';
  return ` ${t(words.unplaced, { texts: texts.join('、') + more })}`;
}
