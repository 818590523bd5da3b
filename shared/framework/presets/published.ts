import type { Points } from '../points.ts';
import type { PresetId } from '../presets.ts';

/** What a panel published: its consensus and the deduction reason by leaf id. */
export interface Published {
  total: Points;
  grade: string;
  results: Record<string, { score: Points; reason: string }>;
}

/**
 * The published consensus of the two reference panels. Neither report publishes the individual
 * scores of its experts: any that a demonstration shows are made up, and must say so. Two deductions
 * of Zhongshan carry no reason, and one full score carries one: as printed.
 */
export const PUBLISHED: Record<Exclude<PresetId, 'national-2020'>, Published> = {
  'zhongshan-2019': {
    total: 71_00,
    grade: '中',
    results: {
      i01: { score: 3_00, reason: '仅有工程任务' },
      i02: { score: 0, reason: '无量化指标' },
      i03: { score: 5_00, reason: '无调整' },
      i04: { score: 1_00, reason: '' },
      i05: { score: 8_00, reason: '' },
      i06: { score: 1_00, reason: '预算执行率64%' },
      i07: { score: 3_00, reason: '' },
      i08: { score: 2_00, reason: '只有工程项目管理,管理部门没有“智慧社区矫正”管理制度' },
      i09: { score: 8_00, reason: '' },
      i10: { score: 5_00, reason: '' },
      i11: { score: 10_00, reason: '' },
      i12: { score: 10_00, reason: '' },
      i13: { score: 5_00, reason: '' },
      i14: { score: 2_50, reason: '无佐证,按50%计分' },
      i15: { score: 2_50, reason: '无佐证,按50%计分' },
      i16: { score: 2_50, reason: '无佐证,按50%计分' },
      i17: { score: 2_50, reason: '无佐证,按50%计分' },
      i18: { score: 0, reason: '' },
    },
  },
  'fengshun-2023': {
    total: 93_50,
    grade: '优',
    results: {
      i01: { score: 4_00, reason: '' },
      i02: { score: 1_50, reason: '绩效指标未见设置成本指标、满意度指标，酌情扣0.5分' },
      i03: { score: 2_00, reason: '' },
      i04: {
        score: 1_00,
        reason:
          '社区矫正场所服务人员合格数（个）5个，与实际签订的协议“配备专业社工3人，辅助人员3人”不一致，酌情扣1分',
      },
      i05: { score: 50, reason: '未见根据当地特点制定符合地方特色的相关制度，酌情扣0.5分' },
      i06: { score: 1_00, reason: '' },
      i07: { score: 3_00, reason: '' },
      i08: { score: 3_00, reason: '' },
      i09: {
        score: 11_00,
        reason:
          '部分记账凭证摘要填写不够准确，如：2023年10月92号凭证，摘要为现付，实际为银行转账，酌情扣1分',
      },
      i10: { score: 5_00, reason: '' },
      i11: { score: 4_50, reason: '未见制定专项资金管理办法，酌情扣0.5分' },
      i12: { score: 2_00, reason: '' },
      i13: { score: 3_00, reason: '' },
      i14: { score: 4_00, reason: '' },
      i15: {
        score: 3_50,
        reason:
          '项目评估报告（期末）显示，该服务中心“存在人员不稳定、分工不明确等问题”，酌情扣0.5分',
      },
      i16: { score: 8_00, reason: '' },
      i17: {
        score: 8_00,
        reason: '部分日常报告未能及时整理归档，存在漏登记、登记错等现象，酌情扣1分',
      },
      i18: {
        score: 14_50,
        reason: '社区矫正工作仍需不断完善工作机制，发挥更大社会效益，酌情扣0.5分',
      },
      i19: {
        score: 9_00,
        reason:
          '在鼓励、支持企业事业单位、社会组织、志愿者等社会力量依法参与社区矫正工作方面依然任重道远，酌情扣1分',
      },
      i20: { score: 5_00, reason: '' },
    },
  },
};
