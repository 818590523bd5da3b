import { remember, remembered } from '../i18n/remembered.ts';

const STORE = 'heyi.single-keys';

let on = $state(remembered(STORE) !== 'off');

/** Whether one-character shortcuts act: who speaks to the computer must be able to switch them off. */
export const singleKeys = {
  get on(): boolean {
    return on;
  },
  set on(next: boolean) {
    on = next;
    remember(STORE, next ? 'on' : 'off');
  },
};
