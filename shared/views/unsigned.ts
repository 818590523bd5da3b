/** Reasons in an order that tells nothing of whose they are: by their text. */
export function unsigned(lines: readonly { reason: string }[]): string[] {
  return lines
    .map(({ reason }) => reason.trim())
    .filter((reason) => reason !== '')
    .sort();
}
