/** Hands a file over to the browser's own download. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has begun by then; the address would otherwise hold the file in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
