import { describe, expect, test, vi } from 'vitest';
import { addBeside } from '../../client/setup/framework-acts.ts';
import { FrameworkEditor } from '../../client/setup/framework-editor.svelte.ts';
import { SetupDraft } from '../../client/setup/setup-draft.svelte.ts';
import { paperFor } from '../../shared/views/paper.ts';
import { plainSheet } from '../../shared/import/sheet.ts';
import { Story } from '../kit/panel.ts';

// The editor speaks the page's language, which it reads from the address.
vi.hoisted(() => vi.stubGlobal('location', new URL('http://localhost/?lang=zh')));

/** A secretary's setup with an empty project, never answered: what is written is there at once. */
function desk() {
  const draft = new SetupDraft(
    paperFor('p1', new Story().state, 'secretary')!,
    () => new Promise(() => undefined),
  );
  draft.edit('project', { ...draft.setup.project, name: '', unit: '原单位', budget: null });
  draft.edit('framework', { title: '', indicators: [] });
  draft.edit('selfAssessment', {});
  return { draft, editor: new FrameworkEditor(draft) };
}

const rows = [
  ['项目名称：新项目', '项目单位：新单位'],
  ['预算数（万元）', '120.5'],
  ['一级指标', '分值', '自评得分'],
  ['甲', '60', '50'],
  ['乙', '40', '40'],
];

function bring({ editor }: ReturnType<typeof desk>): void {
  editor.imports.open([plainSheet('表', rows)], '表.csv');
  const next = editor.imports.adopted(editor.usedIds);
  editor.replace(next, '已采用', editor.imports.facts());
  editor.imports.close();
}

describe('[IM12] an import is one step of the editor', () => {
  test('undo takes back the facts of the project with the tree; redo brings both', () => {
    const both = desk();
    const { draft, editor } = both;
    bring(both);
    const facts = () => {
      const { name, unit, budget } = draft.setup.project;
      return { name, unit, budget, indicators: draft.setup.framework.indicators.length };
    };
    // What was there is replaced only where somebody asks for it.
    const taken = { name: '新项目', unit: '原单位', budget: 1_205_000_00, indicators: 2 };
    expect(facts()).toEqual(taken);
    editor.undo();
    expect(facts()).toEqual({ name: '', unit: '原单位', budget: null, indicators: 0 });
    expect(draft.setup.selfAssessment).toEqual({});
    editor.redo();
    expect(facts()).toEqual(taken);
    expect(Object.keys(draft.setup.selfAssessment)).toHaveLength(2);
  });

  test('a fact that was written since stays as it was written', () => {
    const both = desk();
    const { draft, editor } = both;
    bring(both);
    draft.edit('project', { ...draft.setup.project, name: '改过的名称' });
    editor.undo();
    expect(draft.setup.project).toMatchObject({ name: '改过的名称', budget: null });
    editor.redo();
    expect(draft.setup.project).toMatchObject({ name: '改过的名称', budget: 1_205_000_00 });
  });

  test('other steps before and after it leave the facts alone', () => {
    const both = desk();
    const { draft, editor } = both;
    editor.commit(addBeside(editor.now, null)!.next, null);
    bring(both);
    editor.commit(addBeside(editor.now, null)!.next, null);
    editor.undo();
    expect(draft.setup.project.name).toBe('新项目');
    editor.undo();
    expect(draft.setup.project.name).toBe('');
    expect(draft.setup.framework.indicators).toHaveLength(1);
    editor.undo();
    expect(draft.setup.framework.indicators).toHaveLength(0);
    for (let again = 0; again < 3; again += 1) editor.redo();
    expect(draft.setup.project.name).toBe('新项目');
  });
});
