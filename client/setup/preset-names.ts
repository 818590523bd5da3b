import type { PresetId } from '../../shared/framework/presets.ts';
import type { Text } from '../i18n/language.svelte.ts';
import { start } from '../i18n/start.ts';

/** What people call the reference frameworks. */
export const PRESET_NAMES: Record<PresetId, Text> = {
  'zhongshan-2019': start.presetZhongshan,
  'fengshun-2023': start.presetFengshun,
  'national-2020': start.presetNational,
};
