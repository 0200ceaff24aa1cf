import { MINUTE } from '#shared/time/instant.ts';
import { formatDuration } from '#shared/time/display.ts';

/** Minutes with their sign, as days, hours and minutes: `+1 d 2 h`; nothing but a zero where there is no difference. */
export const signedDuration = (minutes: number, locale: string): string => {
  const sign = minutes > 0 ? '+' : minutes < 0 ? '−' : '';
  return `${sign}${formatDuration(Math.abs(minutes) * MINUTE, locale)}`;
};
