import { z } from 'zod';
import { initialSetup } from '../../shared/panel/setup.ts';
import { PRESET_IDS, loadPreset } from '../../shared/framework/presets.ts';
import type { Setup } from '../../shared/panel/terms.ts';

export const NewPanel = z.strictObject({ preset: z.enum([...PRESET_IDS, 'empty']) });

/** The setup that a preset starts with; `empty` has one blank indicator to type into. */
export async function setupFrom(id: z.infer<typeof NewPanel>['preset']): Promise<Setup> {
  if (id === 'empty') return initialSetup({ title: '', indicators: [] });
  const preset = await loadPreset(id);
  const setup = initialSetup(preset.framework, preset.selfAssessment);
  return {
    ...setup,
    project: preset.project,
    rules: { ...setup.rules, grades: preset.grades },
  };
}
