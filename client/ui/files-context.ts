import { createContext } from 'svelte';

/**
 * Where the reader's seat finds the files of its panel. Evidence is opened from deep inside three
 * pages that otherwise have no need to know whose they are.
 */
export const [useFiles, provideFiles] = createContext<string>();
