import type { ProjectView } from '../../shared/views/sitting.ts';
import { t } from '../i18n/language.svelte.ts';
import { start } from '../i18n/start.ts';

/** The project's name, or words for one that has none yet. */
export function projectName(name: string | undefined): string {
  return name?.trim() || t(start.unnamed);
}

/** The project after the current one; null after the last. */
export function nextProject(
  agenda: readonly ProjectView[],
  current: string | null,
): ProjectView | null {
  const at = agenda.findIndex(({ panel }) => panel === current);
  return agenda[at + 1] ?? null;
}
