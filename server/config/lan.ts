import { networkInterfaces } from 'node:os';

/** The first address at which other devices of the room may reach this machine. */
export function lanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flat()
    .find((face) => face && face.family === 'IPv4' && !face.internal)?.address;
}
