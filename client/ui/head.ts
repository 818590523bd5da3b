/** The head of the log's hash chain as people read it: groups of four hexadecimal digits. */
export function groupsOf(head: string): string[] {
  return head.toUpperCase().match(/.{1,4}/g) ?? [];
}

/** The first eight digits: short enough to be compared across a room. */
export function shortHead(head: string): string {
  return groupsOf(head).slice(0, 2).join(' ');
}
