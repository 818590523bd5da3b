/** A fresh operation id. `crypto.randomUUID` is missing on plain http, which a meeting room uses. */
export function freshOperation(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
