const STORE = 'heyi.single-keys';

let on = $state(read());

function read(): boolean {
  try {
    return localStorage.getItem(STORE) !== 'off';
  } catch {
    return true;
  }
}

/** Whether one-character shortcuts act: who speaks to the computer must be able to switch them off. */
export const singleKeys = {
  get on(): boolean {
    return on;
  },
  set on(next: boolean) {
    on = next;
    try {
      localStorage.setItem(STORE, next ? 'on' : 'off');
    } catch {
      // Where the browser forbids storage the choice holds for this page only.
      on = next;
    }
  },
};
