import type { Framework, SelfAssessment } from './terms.ts';

export const PRESET_IDS = ['zhongshan-2019', 'fengshun-2023', 'national-2020'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/**
 * A framework to start from, with what its report says about the project. Leaf ids are i01, i02, …
 * and level ids g01, g02, …, both in printing order.
 */
export interface Preset {
  id: PresetId;
  framework: Framework;
  /** Empty where the report has none. */
  selfAssessment: SelfAssessment;
  /** Facts that the report does not give are '' or null. Money in fen. */
  project: {
    name: string;
    department: string;
    unit: string;
    budget: number | null;
    spent: number | null;
    period: string;
  };
  grades: 'guangdong' | 'national';
}

/** What a list of presets shows, without loading their texts. */
export interface PresetSummary {
  id: PresetId;
  title: string;
  levels: number;
  leaves: number;
  selfAssessment: boolean;
}

export const PRESET_SUMMARIES: readonly PresetSummary[] = [
  {
    id: 'zhongshan-2019',
    title: '“智慧社区矫正”重点项目绩效评价',
    levels: 3,
    leaves: 18,
    selfAssessment: true,
  },
  {
    id: 'fengshun-2023',
    title: '2023年度县级社区矫正经费项目绩效评价',
    levels: 4,
    leaves: 20,
    selfAssessment: false,
  },
  {
    id: 'national-2020',
    title: '项目支出绩效评价指标体系框架（参考）',
    levels: 3,
    leaves: 17,
    selfAssessment: false,
  },
];

/**
 * The preset itself. Its texts are a module of their own, fetched only when somebody asks, so that
 * a scorecard on a phone doesn't load three frameworks that it never shows. What knows at build time
 * which one it needs imports `presets/<id>.ts` directly.
 */
export async function loadPreset(id: PresetId): Promise<Preset> {
  switch (id) {
    case 'zhongshan-2019':
      return (await import('./presets/zhongshan-2019.ts')).zhongshan2019;
    case 'fengshun-2023':
      return (await import('./presets/fengshun-2023.ts')).fengshun2023;
    case 'national-2020':
      return (await import('./presets/national-2020.ts')).national2020;
  }
}
