import type { Rule } from '../../rules/terms.ts';
import type { Preset } from '../presets.ts';
import { leaf, level, levels, ruled } from './nodes.ts';

/** "无佐证,按50%计分": not in the criteria, but in the reasons of all four that were scored so. */
const evidenced = (of: Rule): Rule => ({ kind: 'half', when: '无佐证', of });

/**
 * “智慧社区矫正”重点项目绩效评价, 2019: three levels, 18 indicators, with the self-assessment that the
 * printed table shows beside the experts' score. Texts are as printed, slips included.
 */
export const zhongshan2019: Preset = {
  id: 'zhongshan-2019',
  framework: {
    title: '“智慧社区矫正”重点项目绩效评价',
    indicators: [
      level('g01', '项目立项', 15_00, [
        level('g02', '绩效目标', 5_00, [
          ruled(
            leaf('i01', '绩效目标合理性', 5_00, '目标明确(5分),基本明确(3分),不明确(0分)'),
            levels(['目标明确', 5_00], ['基本明确', 3_00], ['不明确', 0]),
          ),
        ]),
        level('g03', '绩效指标', 5_00, [
          ruled(
            leaf(
              'i02',
              '绩效指标明确性',
              5_00,
              '全面细化量化指标(5分),主要目标细化量化(3分),无量化指标(0分)',
            ),
            levels(['全面细化量化指标', 5_00], ['主要目标细化量化', 3_00], ['无量化指标', 0]),
          ),
        ]),
        level('g04', '资金预算', 5_00, [
          ruled(
            leaf(
              'i03',
              '预算编制准确性',
              5_00,
              '预算没有调整(5分),有调整,有相关手续并说明了原因(3分),预算有调整,但没有相关手续,或原因不合理(0-2分)',
            ),
            {
              kind: 'range',
              options: [
                { label: '预算没有调整', least: 5_00, most: 5_00 },
                { label: '有调整,有相关手续并说明了原因', least: 3_00, most: 3_00 },
                { label: '预算有调整,但没有相关手续,或原因不合理', least: 0, most: 2_00 },
              ],
            },
          ),
        ]),
      ]),
      level('g05', '项目管理', 35_00, [
        level('g06', '财务管理', 18_00, [
          ruled(
            leaf(
              'i04',
              '财务制度健全性',
              2_00,
              '制订专项资金管理办法(2分),具有相关资金管理办法(1分),无管理办法(0分)',
            ),
            levels(
              ['制订专项资金管理办法', 2_00],
              ['具有相关资金管理办法', 1_00],
              ['无管理办法', 0],
            ),
          ),
          ruled(
            leaf(
              'i05',
              '资金使用合规性',
              8_00,
              '资金使用完全合规(8分),基本合规(5分),不合规(0分)。',
            ),
            levels(['资金使用完全合规', 8_00], ['基本合规', 5_00], ['不合规', 0]),
          ),
          ruled(
            leaf(
              'i06',
              '资金使用效率性',
              5_00,
              '预算支出完成率≥95%得5分,每下降10%(含10%),扣1分,扣完5分为止。',
            ),
            {
              kind: 'step',
              measure: { name: '预算支出完成率', part: '支付额', whole: '预算额', of: 'project' },
              side: 'below',
              from: 95_00,
              every: 10_00,
              each: 1_00,
              // The text leaves it open; the printed score (1 for 64.4 %) is that of a begun step that counts.
              rounding: 'ceil',
              most: 5_00,
            },
            'objective',
          ),
          ruled(
            leaf('i07', '财务监控有效性', 3_00, '财务监控措施有效(3分),基本有效(2分),无效(0分)'),
            levels(['财务监控措施有效', 3_00], ['基本有效', 2_00], ['无效', 0]),
          ),
        ]),
        level('g07', '业务管理', 17_00, [
          ruled(
            leaf('i08', '管理制度健全性', 4_00, '制度健全(4分),基本健全(2分),不健全(0分)'),
            levels(['制度健全', 4_00], ['基本健全', 2_00], ['不健全', 0]),
          ),
          ruled(
            leaf(
              'i09',
              '组织实施合规性',
              8_00,
              '完全按制度执行(8分),基本执行(5分),未执行(0分)。其中:未按规定政府采购、招投标、投资评审的;或项目管理出现严重问题的;或发生较大等级以上生产安全事故的,不得分。',
            ),
            {
              kind: 'veto',
              conditions: [
                '未按规定政府采购、招投标、投资评审',
                '项目管理出现严重问题',
                '发生较大等级以上生产安全事故',
              ],
              otherwise: levels(['完全按制度执行', 8_00], ['基本执行', 5_00], ['未执行', 0]),
            },
          ),
          ruled(
            leaf(
              'i10',
              '项目质量可控性',
              5_00,
              '质量监控措施全面到位(5分),基本到位(3分),不到位(0分)',
            ),
            levels(['质量监控措施全面到位', 5_00], ['基本到位', 3_00], ['不到位', 0]),
          ),
        ]),
      ]),
      level('g08', '项目绩效', 50_00, [
        level('g09', '项目产出', 25_00, [
          ruled(
            leaf('i11', '业务办理自助化', 10_00, '全部满足(10分),每满足一个(2.5分),不满足(0分)'),
            { kind: 'per-item', count: 4, each: 2_50 },
          ),
          ruled(leaf('i12', '设备友好性', 10_00, '全部满足(10分),每满足一个(5分),不满足(0分)'), {
            kind: 'per-item',
            count: 2,
            each: 5_00,
          }),
          ruled(
            leaf('i13', '档案归集标准化', 5_00, '全部满足(5分),每满足一个(2.5分),不满足(0分)'),
            { kind: 'per-item', count: 2, each: 2_50 },
          ),
        ]),
        level('g10', '项目效益', 25_00, [
          ruled(
            leaf('i14', '经济效益', 5_00, '全部满足(5分),每满足一个(2.5分),不满足(0分)'),
            evidenced({ kind: 'per-item', count: 2, each: 2_50 }),
          ),
          ruled(
            leaf('i15', '社会效益', 5_00, '全部满足(5分),每满足一个(2.5分),不满足(0分)'),
            evidenced({ kind: 'per-item', count: 2, each: 2_50 }),
          ),
          ruled(
            leaf('i16', '生态效益', 5_00, '全部满足(5分),每满足一个(2.5分),不满足(0分)'),
            evidenced({ kind: 'per-item', count: 2, each: 2_50 }),
          ),
          ruled(
            leaf('i17', '可持续影响', 5_00, '满足(5分),不满足(0分)'),
            evidenced(levels(['满足', 5_00], ['不满足', 0])),
          ),
          ruled(
            leaf(
              'i18',
              '社会公众或服务对象满意度',
              5_00,
              '满意度100%的(5分),≥90%(4分),≥80%(3分),≥70%(2分),≥60%(1分),低于60%或出现上访、涉诉问题(0分)。',
            ),
            {
              kind: 'veto',
              conditions: ['出现上访、涉诉问题'],
              otherwise: {
                kind: 'threshold',
                measure: { name: '满意度', part: '满意的人数', whole: '受调查的人数', of: 'count' },
                rows: [
                  { least: 100_00, points: 5_00 },
                  { least: 90_00, points: 4_00 },
                  { least: 80_00, points: 3_00 },
                  { least: 70_00, points: 2_00 },
                  { least: 60_00, points: 1_00 },
                ],
                below: 0,
              },
            },
            'objective',
          ),
        ]),
      ]),
    ],
  },
  selfAssessment: {
    i01: { score: 5_00, reason: '' },
    i02: { score: 3_00, reason: '' },
    i03: { score: 5_00, reason: '' },
    i04: { score: 1_00, reason: '' },
    i05: { score: 8_00, reason: '' },
    i06: { score: 5_00, reason: '' },
    i07: { score: 3_00, reason: '' },
    i08: { score: 4_00, reason: '' },
    i09: { score: 8_00, reason: '' },
    i10: { score: 5_00, reason: '' },
    i11: { score: 10_00, reason: '' },
    i12: { score: 10_00, reason: '' },
    i13: { score: 5_00, reason: '' },
    i14: { score: 5_00, reason: '' },
    i15: { score: 5_00, reason: '' },
    i16: { score: 5_00, reason: '' },
    i17: { score: 5_00, reason: '' },
    i18: { score: 0, reason: '' },
  },
  project: {
    name: '“智慧社区矫正”重点项目',
    department: '',
    unit: '',
    budget: 3172000_00,
    spent: 2042500_00,
    period: '2019年度',
  },
  grades: 'guangdong',
};
