const two = (number: number) => String(number).padStart(2, '0');

/** '14:03' on this device's clock, for an ISO time or milliseconds since 1970. */
export function clockTime(at: string | number): string {
  const time = new Date(at);
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** '12:05', '1:02:05' from milliseconds; a clock that is behind the server's shows zero. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
