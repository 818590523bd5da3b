import { freshOperation } from './operation.ts';

const KEY = 'heyi.tab';

/**
 * The id of this tab, the same after a reload or a crash. A duplicated tab starts with a copy of
 * the other's session storage, so only a reload may believe what it finds there.
 */
export function tabId(session: Storage | null, reloaded: boolean): string {
  const known = reloaded ? session?.getItem(KEY) : null;
  const id = known || freshOperation();
  try {
    session?.setItem(KEY, id);
  } catch {
    // Without it the next page of this tab adopts the journal a little later, as from a dead tab.
    return id;
  }
  return id;
}

let own: string | undefined;

/** The id of the tab that runs this page; one for all its cards. */
export function thisTab(session: Storage | null): string {
  const [navigation] = performance.getEntriesByType('navigation');
  const reloaded =
    navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
  own ??= tabId(session, reloaded);
  return own;
}
