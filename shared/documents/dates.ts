import type { Language } from './words.ts';

/**
 * Documents give Beijing time wherever they are printed: a sheet that changed its hours with the
 * zone of the reader's machine would not be the same sheet.
 */
const BEIJING_HOURS = 8;

/** '2024年5月6日 14:21' or '2024-05-06 14:21'; '' for what is not an ISO time. */
export function formatMoment(iso: string, language: Language): string {
  return `${formatDay(iso, language)} ${formatTime(iso)}`.trim();
}

/** '2024年5月6日' or '2024-05-06'. */
export function formatDay(iso: string, language: Language): string {
  const parts = partsOf(iso);
  if (!parts) return '';
  const [year, month, day] = parts;
  if (language === 'en') return `${year}-${month}-${day}`;
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** '14:21'. */
export function formatTime(iso: string): string {
  return partsOf(iso)?.[3] ?? '';
}

function partsOf(iso: string): [string, string, string, string] | null {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) return null;
  const shifted = new Date(instant + BEIJING_HOURS * 3_600_000).toISOString();
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(shifted);
  return match && [match[1]!, match[2]!, match[3]!, match[4]!];
}
