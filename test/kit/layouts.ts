import { formatPoints } from '../../shared/framework/points.ts';
import type { Preset } from '../../shared/framework/presets.ts';
import { PUBLISHED } from '../../shared/framework/presets/published.ts';
import { rowsOf } from '../../shared/framework/rows.ts';
import type { Framework } from '../../shared/framework/terms.ts';
import { depthOf, leavesOf, totalPoints } from '../../shared/framework/tree.ts';
import type { Merge, Sheet } from '../../shared/import/sheet.ts';

/** A sheet under construction: a cell with the room that it takes. */
export class Layout {
  readonly rows: string[][] = [];
  readonly merges: Merge[] = [];

  /** Puts a text; `height` and `width` more than 1 make a merged cell. */
  put(row: number, column: number, text: string, height = 1, width = 1): this {
    while (this.rows.length < row + height) this.rows.push([]);
    const cells = this.rows[row]!;
    while (cells.length < column + 1) cells.push('');
    cells[column] = text;
    if (height * width > 1)
      this.merges.push({
        ...{ top: row, left: column },
        ...{ bottom: row + height - 1, right: column + width - 1 },
      });
    return this;
  }

  /** Puts texts side by side. */
  line(row: number, texts: readonly string[], column = 0): this {
    texts.forEach((text, index) => this.put(row, column + index, text));
    return this;
  }

  sheet(change: Partial<Sheet> = {}): Sheet {
    return {
      ...{ name: 'Sheet1', hidden: false, hiddenRows: [], hiddenColumns: [] },
      ...{ rows: this.rows, merges: this.merges, ...change },
    };
  }
}

export interface Style {
  /** Points of levels behind their names, "立项 (15分)", or in a column of their own. */
  weights: 'names' | 'columns';
  /** Repeats texts instead of merging cells, as a copied table does; or leaves them blank. */
  merged: 'merged' | 'repeated' | 'blank';
  brackets: (points: string) => string;
}

const LEVELS = '一二三四';

/** The levels' columns of a framework from `top` on, without a head; the row after the last.
 * `levels`: columns of the table, where that has more. */
export function putLevels(
  layout: Layout,
  framework: Framework,
  top: number,
  { weights, merged, brackets }: Style,
  levels = depthOf(framework),
): number {
  const width = weights === 'columns' ? 2 : 1;
  const rows = rowsOf(framework, levels);
  rows.forEach(({ cells }, index) => {
    for (const cell of cells) {
      const { depth, leaf, rowspan, colspan, declared } = cell;
      const points = declared === null ? '' : formatPoints(declared);
      const inName = weights === 'names' && !leaf && points !== '';
      const name = inName ? `${cell.name}${brackets(points)}` : cell.name;
      const column = (depth - 1) * width;
      const rooms = merged === 'repeated' ? rowspan : 1;
      for (let more = 0; more < rooms; more += 1) {
        const row = top + index + more;
        const [high, wide] = merged === 'merged' ? [rowspan, (colspan - 1) * width + 1] : [1, 1];
        layout.put(row, column, name, high, weights === 'columns' ? 1 : wide);
        if (weights === 'columns') layout.put(row, column + 1, points, high);
      }
    }
  });
  return top + rows.length;
}

/** "重点项目绩效评价小组意见表", as the report of Zhongshan prints it. */
export function zhongshanLayout({ framework, selfAssessment }: Preset): Layout {
  const layout = new Layout();
  const { results } = PUBLISHED['zhongshan-2019'];
  layout.put(0, 0, '重点项目绩效评价小组意见表', 1, 8);
  layout.put(1, 0, '项目名称：“智慧社区矫正”', 1, 4).put(1, 4, '项目单位：（见封面）', 1, 4);
  const heads = ['分值', '评分标准', '自评得分', '专家评分', '扣分理由'];
  layout.line(2, ['一级指标', '二级指标', '三级指标', ...heads]);
  const style: Style = { weights: 'names', merged: 'merged', brackets: (n) => ` (${n}分)` };
  const end = putLevels(layout, framework, 3, style);
  leavesOf(framework).forEach(({ id, points, criteria }, index) => {
    const self = selfAssessment[id];
    const { score, reason } = results[id]!;
    layout.line(
      3 + index,
      [
        ...[formatPoints(points), criteria, self ? formatPoints(self.score) : ''],
        ...[formatPoints(score), reason],
      ],
      3,
    );
  });
  const self = Object.values(selfAssessment).reduce((sum, { score }) => sum + score, 0);
  layout.put(end, 0, '合计', 1, 3);
  layout.line(end, [formatPoints(totalPoints(framework)), '', formatPoints(self), '71', ''], 3);
  layout.put(end + 1, 0, '专家组组长签名：', 1, 8);
  return layout;
}

/** "项目绩效评价评分表", as the report of Fengshun prints it: a name and a weight for each level. */
export function fengshunLayout({ framework }: Preset): Layout {
  const layout = new Layout();
  const { results } = PUBLISHED['fengshun-2023'];
  layout.put(0, 0, '项目绩效评价评分表', 1, 10);
  [...LEVELS].forEach((numeral, index) => {
    layout.put(1, index * 2, `${numeral}级指标`, 1, 2);
    layout.put(2, index * 2, '名称').put(2, index * 2 + 1, '权重(%)');
  });
  layout.put(1, 8, '评分标准', 2, 1).put(1, 9, '评分', 2, 1);
  const style: Style = { weights: 'columns', merged: 'merged', brackets: String };
  const end = putLevels(layout, framework, 3, style);
  leavesOf(framework).forEach(({ id, criteria }, index) => {
    layout.line(3 + index, [criteria, formatPoints(results[id]!.score)], 8);
  });
  layout.put(end, 0, '得分合计', 1, 9).put(end, 9, '93.5');
  layout.put(end + 1, 0, '评价等级', 1, 9).put(end + 1, 9, '优');
  layout.put(end + 2, 0, '备注', 1, 1).put(end + 2, 1, '评分由专家组合议形成。', 1, 9);
  return layout;
}

/** The national framework as its circular prints it: what is judged stands under "指标说明". */
export function nationalLayout({ framework }: Preset): Layout {
  const layout = new Layout();
  layout.put(0, 0, '附件1');
  layout.put(1, 0, '项目支出绩效评价指标体系框架（参考）', 1, 6);
  layout.line(2, ['一级指标', '二级指标', '三级指标', '分值', '指标解释', '指标说明']);
  const style: Style = { weights: 'names', merged: 'merged', brackets: (n) => `（${n}分）` };
  putLevels(layout, framework, 3, style);
  leavesOf(framework).forEach(({ points, criteria, explanation }, index) => {
    layout.line(3 + index, [formatPoints(points), explanation, criteria], 3);
  });
  return layout;
}
