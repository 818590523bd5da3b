import { formatPoints } from '../../shared/framework/points.ts';
import type { Framework, Indicator } from '../../shared/framework/terms.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { expertNumbered } from '../../shared/panel/setup.ts';
import type { ScriptLine } from './meeting.ts';

/** The largest panel that a wall has to bear; all of it made up. */
const NAMES = [
  '资金使用合规性',
  '项目立项程序完整性、规范性与决策依据充分性',
  '社会公众及服务对象综合满意度',
  '成本节约率',
  '重大公共卫生服务设施设备采购验收与后续运行维护管理情况',
];

function indicator(
  id: string,
  name: string,
  points: number | null,
  children: Indicator[],
): Indicator {
  return { id, name, points, step: 50, criteria: '', explanation: '', children };
}

/** 5 × 2 × 2 × 2 leaves of 2.5 points on four levels. */
const framework: Framework = {
  title: '重大民生项目绩效评价指标体系',
  indicators: ['决策', '过程', '产出', '效益', '可持续影响与满意度'].map((name, first) =>
    indicator(`a${first}`, name, null, [
      ...[0, 1].map((second) =>
        indicator(`a${first}-${second}`, ['基本情况', '组织实施与监督管理'][second]!, null, [
          ...[0, 1].map((third) =>
            indicator(`a${first}-${second}-${third}`, ['制度建设', '执行有效性'][third]!, null, [
              ...[0, 1].map((fourth) => {
                const place = first * 8 + second * 4 + third * 2 + fourth;
                const name = `${NAMES[place % NAMES.length]!}${Math.floor(place / NAMES.length) + 1}`;
                return indicator(`l${place}`, name, 2_50, []);
              }),
            ]),
          ),
        ]),
      ),
    ]),
  ),
};
const leaves = leavesOf(framework);
const experts = Array.from({ length: 15 }, (_, index) => expertNumbered(index));
const seats = experts.map(({ seat }) => seat);

/** Illustrative: every fifth indicator far apart, the others at most one step. */
function lines(seat: string): ScriptLine[] {
  const expert = seats.indexOf(seat);
  return leaves.map((leaf, index) => {
    const apart = index % 5 === 4 ? expert % 5 : index % 3 === 0 && expert === 0 ? 1 : 0;
    const score = leaf.points - apart * 50;
    return { score: formatPoints(score), reason: apart > 0 ? REASONS[apart]! : '' };
  });
}
const REASONS = [
  '',
  '验收资料不完整，缺少第三方检测报告和现场影像资料',
  '设备到货后三个月内未完成安装调试，影响了项目按期投入使用',
  '未见后续运行维护经费的落实安排。',
  '部分设备闲置，使用率低于可行性研究报告的测算，且未说明原因和整改措施',
];

export const large = {
  name: 'large',
  leaves,
  seats,
  lines,
  decisions: leaves.map((leaf, index): ScriptLine =>
    index % 4 === 0
      ? {
          score: formatPoints(leaf.points - 37),
          reason: '按多数专家意见酌情扣分，资料补充后可再议',
        }
      : { score: formatPoints(leaf.points), reason: '' },
  ),
  about: 'l4',
  sections: {
    framework,
    selfAssessment: {},
    experts,
    project: {
      name: '市县两级重大公共卫生服务体系能力提升与基层医疗机构设施设备更新改造专项资金项目',
      department: '市卫生健康局',
      unit: '市疾病预防控制中心及各县（区）基层医疗卫生机构',
      budget: 120_000_000_00,
      spent: 98_500_000_00,
      period: '2023—2025 年',
    },
  },
};
