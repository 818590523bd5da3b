/** What this device remembered under a name; null also where the browser forbids remembering. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Remembers on this device; whether it could. Preferences are a comfort, so nothing depends on it. */
export function remember(name: string, value: string): boolean {
  try {
    localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}
