/** Base of everything the log rejects with; `message` is one human sentence that says what to do. */
export abstract class LogError extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}

/** What is stored is not what was written: the chain breaks at `position`. */
export class LogDamaged extends LogError {
  constructor(
    readonly panel: string,
    readonly position: number,
    readonly why: string,
  ) {
    super(
      `The log of panel ${panel} is damaged at position ${position} (${why}): restore it from a ` +
        `backup, or move it out of the store to start without this panel.`,
    );
  }
}

/** The entry was not acknowledged; it may or may not be in the log. */
export class LogUnavailable extends LogError {
  constructor(
    readonly why: string,
    cause?: unknown,
  ) {
    super(
      `The log can't be reached or written (${why}): nothing was saved for certain, so keep the ` +
        `change and repeat it when the store is back.`,
      { cause },
    );
  }
}

/** The store holds another or an older history than the one already read; it is never overwritten. */
export class LogRegressed extends LogError {
  constructor(
    readonly panel: string,
    /** Entries that were read before. */
    readonly seen: number,
    /** Entries that are there now; may exceed `seen` when others went on from an older history. */
    readonly found: number,
  ) {
    super(
      `The store has lost history of panel ${panel}: ${seen} entries were already read, and ` +
        `${found < seen ? `only ${found} are there now` : 'now there are others'}; bring back the ` +
        `newer data set, and nothing is written until then.`,
    );
  }
}

/** Two servers must not write the same folder: each would chain onto a head the other has moved. */
export class StoreInUse extends LogError {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `The data folder ${folder} is in use by process ${pid}: stop that server, or start this one ` +
        `with another DATA_DIR.`,
    );
  }
}

/** A mistake of the calling code, never of a person: the draft can't be stored as canonical JSON. */
export class DraftInvalid extends LogError {
  constructor(why: string, cause?: unknown) {
    super(`The entry can't be stored (${why}): send plain JSON with well-formed text.`, { cause });
  }
}

/** A mistake of the calling code: panel ids become file and key names, so they are checked here too. */
export class PanelIdInvalid extends LogError {
  constructor() {
    super('The panel id is malformed: use 8 to 32 characters of a-z and 0-9.');
  }
}
