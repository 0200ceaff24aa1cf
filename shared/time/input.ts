import { fail, ok, type Result } from '../result.ts';
import { parseAbsolute } from './absolute.ts';
import { type TimeContext } from './context.ts';
import { formatInstant } from './instant.ts';
import { parseRelative } from './relative.ts';
import { type When } from './when.ts';

const MAX_LENGTH = 60;

/** One spelling of what was typed: capitals, no accents, plain signs, single spaces, the French first of a month as 1. */
function tidy(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toUpperCase()
    .replace(/^1ER\b/, '1');
}

/**
 * Reads a time as planners type it, absolute or hanging on an anchor:
 * `121400ZJUN27`, `12 1400Z Jun`, `12 juin 2027 14h00`, `26/06/2027 09h00`, `1400Z`, ISO 8601,
 * `C+3`, `D-2 0600`, `STARTEX-30d`, `STARTEX+90m`, `H+2`, `H+1h30`, `J-1`, `J+1 H+2`.
 * Fails with a code that says what is wrong: TIME_EMPTY, TIME_UNREADABLE {text}, TIME_DAY {day},
 * TIME_DAY_MISSING_IN_MONTH {day, month, year}, TIME_MONTH {month}, TIME_HOUR {hour}, TIME_2400, TIME_MINUTE {minute},
 * TIME_SECOND {second}, TIME_LETTER_J, TIME_OUT_OF_RANGE {text}, TIME_ANCHOR_UNKNOWN {code, known},
 * TIME_ANCHOR_LETTER {letter, zone}, TIME_ANCHOR_PAIR {day, hour}, TIME_OFFSET {days}.
 */
export function parseWhen(typed: string, context: TimeContext): Result<When> {
  const text = tidy(typed.slice(0, MAX_LENGTH + 1));
  if (text === '') return fail('TIME_EMPTY');
  if (typed.trim().length > MAX_LENGTH) return fail('TIME_UNREADABLE', { text: typed.trim().slice(0, MAX_LENGTH) });
  const relative = parseRelative(text, context);
  if (relative) return relative;
  const absolute = parseAbsolute(text, context);
  return absolute.ok ? ok({ at: formatInstant(absolute.value) }) : absolute;
}
