import type { Allowance } from './bucket.ts';

/** How much one connection may send, and how much of the server one card may keep busy. */
export interface Limits {
  frames: Allowance;
  bytes: Allowance;
  /** Milliseconds of looking at what was sent. */
  work: Allowance;
  /** Devices on one card at the same time. */
  devices: number;
}

/** Beyond any person's hands: a fast typist sends 15 frames a second; one admission takes 0.05 ms. */
export const LIMITS: Limits = {
  frames: { perSecond: 60, burst: 300 },
  bytes: { perSecond: 256 * 1024, burst: 1024 * 1024 },
  work: { perSecond: 100, burst: 400 },
  devices: 16,
};
