import { type Cell, writeXlsx } from 'hucre/xlsx';

const WORDS = {
  zh: {
    sheet: '指标体系',
    title: '指标体系（请改为本项目的名称）',
    help: '从第 4 行起填写，每行一项末级指标。上级名称只写在第一行，或合并单元格；没有四级就空着右边的列。分值合计 100，可写“5”“5分”“5%”。自评、责任单位、指标解释可不填。填好后回到评审会的“指标体系”，点“从 Excel 导入”。',
    heads: [
      ...['一级指标', '二级指标', '三级指标', '四级指标', '分值', '评分标准'],
      ...['指标解释', '责任单位', '自评得分', '自评说明'],
    ],
    people: '专家名单',
    peopleHeads: ['姓名', '职称', '单位'],
  },
  en: {
    sheet: 'Framework',
    title: 'Framework (put the name of the project here)',
    help: 'Fill in from row 4 on, one indicator of the last level a row. Name a level on its first row only, or merge its cells; leave columns on the right empty where there are fewer levels. The points add up to 100; "5" and "5%" both do. Explanation, responsible unit and self-assessment may stay empty. Then choose “Import from Excel” under “Framework”.',
    heads: [
      ...['Level 1', 'Level 2', 'Level 3', 'Level 4', 'Points', 'Criteria'],
      ...['Explanation', 'Responsible unit', 'Self-assessment', 'Self-assessment reason'],
    ],
    people: 'Experts',
    peopleHeads: ['Name', 'Title', 'Organisation'],
  },
} as const;

export type TemplateLanguage = keyof typeof WORDS;
export const TEMPLATE_LANGUAGES = Object.keys(WORDS) as TemplateLanguage[];

const WIDTHS = [14, 14, 16, 16, 8, 44, 28, 14, 10, 24];
const RIM = { style: 'thin', color: { rgb: '857A69' } } as const;
const BORDER = { top: RIM, bottom: RIM, left: RIM, right: RIM };
/** Empty rows with lines, for whoever prints it and fills it in by hand. */
const ROWS = 30;

/** A blank workbook to fill in and bring back: the framework, and on a second sheet the experts. */
export function templateWorkbook(language: TemplateLanguage): Promise<Uint8Array> {
  const { sheet, title, help, heads, people, peopleHeads } = WORDS[language];
  const last = heads.length - 1;
  const head = {
    ...{ font: { bold: true }, border: BORDER },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2ECDF' } },
    alignment: { vertical: 'center', wrapText: true },
  } as const;
  const text = { border: BORDER, alignment: { vertical: 'top', wrapText: true } } as const;
  const grid = (from: number, width: number) =>
    Array.from({ length: ROWS * width }, (_, index) => {
      const place = `${from + Math.floor(index / width)},${index % width}`;
      return [place, { value: null, style: text }] as const;
    });
  return writeXlsx({
    sheets: [
      {
        name: sheet,
        rows: [[title], [help], [...heads]],
        columns: WIDTHS.map((width) => ({ width })),
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: last },
          { startRow: 1, startCol: 0, endRow: 1, endCol: last },
        ],
        cells: new Map<string, Partial<Cell>>([
          ['0,0', { value: title, style: { font: { bold: true, size: 16 } } }] as const,
          [
            '1,0',
            { value: help, style: { alignment: { vertical: 'top', wrapText: true } } },
          ] as const,
          ...heads.map((value, column) => [`2,${column}`, { value, style: head }] as const),
          ...grid(3, heads.length),
        ]),
        rowDefs: new Map([
          [0, { height: 28 }],
          [1, { height: 64 }],
          [2, { height: 24 }],
        ]),
        freezePane: { rows: 3 },
      },
      {
        name: people,
        rows: [[...peopleHeads]],
        columns: [{ width: 14 }, { width: 22 }, { width: 32 }],
        cells: new Map<string, Partial<Cell>>([
          ...peopleHeads.map((value, column) => [`0,${column}`, { value, style: head }] as const),
          ...grid(1, peopleHeads.length),
        ]),
      },
    ],
  });
}
