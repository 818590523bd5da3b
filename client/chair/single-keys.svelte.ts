const STORE = 'heyi.single-keys';

let on = $state(localStorage.getItem(STORE) !== 'off');

/** Whether one-character shortcuts act: speech input users must be able to switch them off. */
export const singleKeys = {
  get on(): boolean {
    return on;
  },
  set on(next: boolean) {
    on = next;
    localStorage.setItem(STORE, next ? 'on' : 'off');
  },
};
