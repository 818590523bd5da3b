import { halfWidth } from '../framework/points.ts';

/** A text for comparing: half width, lower case, without any space or line end. */
export const bare = (text: string): string => halfWidth(text).replaceAll(/\s/g, '').toLowerCase();

/**
 * A text of several lines in one: Chinese joins without a space, words keep one between them.
 * Office tables break lines inside a name only to make it fit.
 */
export const oneLine = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s*\n\s*/g, '\n')
    .replaceAll(/(?<=[\w,.;:])\n(?=\w)/g, ' ')
    .replaceAll('\n', '');

/** "—", "/" and "无": how a form says that there is nothing. */
export const isNothing = (text: string): boolean => /^(?:[-—–/\\]*|无|n\/a)$/.test(bare(text));
