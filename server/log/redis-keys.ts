/** Every name that Heyi uses in Redis. Panel ids hold no colon, so these can't collide. */
export const PANELS = 'heyi:panels';
export const KEY = 'heyi:key';
export const ACTIVITY = 'heyi:activity';
export const logKey = (panel: string): string => `heyi:${panel}:log`;
export const fencesKey = (panel: string): string => `heyi:${panel}:fences`;
export const headKey = (panel: string): string => `heyi:${panel}:head`;
