/** A look at an age header before any library sees the file (M17): size and number of recipients are bounded first. */
import { type Result, fail, ok } from '../result.ts';
import { LIMITS } from './limits.ts';

const INTRO = 'age-encryption.org/v1';
const FULL_LINE = 64;
const BODY = /^[A-Za-z0-9+/]*$/;
const X25519 = /^-> X25519 [A-Za-z0-9+/]{43}$/;
const X25519_BODY = 43;

const ascii = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return text;
};

/** Whether the bytes begin as an age file does. */
export const isAge = (bytes: Uint8Array): boolean => ascii(bytes.subarray(0, INTRO.length + 1)) === `${INTRO}\n`;

/** What the scan of a header tells. */
export interface AgeHeader {
  /** X25519 stanzas: how many keys open the file. */
  readonly recipients: number;
  /** Bytes of the header, the line of its MAC included. */
  readonly length: number;
}

interface Stanza {
  readonly type: string;
  readonly first: string;
  readonly body: readonly string[];
}

/** The stanzas of a header's lines; undefined where the grammar of age v1 is left. */
const stanzasOf = (lines: readonly string[]): readonly Stanza[] | undefined => {
  const stanzas: Stanza[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = lines[at] ?? '';
    const type = /^-> ([!-~]+)( [!-~]+)*$/.exec(first)?.[1];
    if (type === undefined) return undefined;
    const start = at + 1;
    // A body is full lines and a last one that is shorter, be it empty.
    at = start;
    while (lines[at]?.length === FULL_LINE) at += 1;
    const body = lines.slice(start, at + 1);
    if (at >= lines.length || body.some((line) => line.length > FULL_LINE || !BODY.test(line))) return undefined;
    stanzas.push({ type, first, body });
    at += 1;
  }
  return stanzas;
};

const isMalformed = ({ type, first, body }: Stanza): boolean =>
  type === 'scrypt' ||
  (type === 'X25519' && (!X25519.test(first) || body.length !== 1 || body[0]?.length !== X25519_BODY));

/**
 * Scans the header of an encrypted file. Stanzas of unknown types are passed over, as age demands.
 * Fails with AGE_HEADER for a header that is too long, leaves the grammar or has a passphrase stanza, and with
 * AGE_RECIPIENTS {count} for none or too many X25519 stanzas.
 */
export const scanAge = (bytes: Uint8Array): Result<AgeHeader> => {
  const head = ascii(bytes.subarray(0, LIMITS.ageHeader));
  const mac = /\n--- [A-Za-z0-9+/]{43}\n/.exec(head);
  if (!head.startsWith(`${INTRO}\n`) || mac === null) return fail('AGE_HEADER');
  const stanzas = stanzasOf(head.slice(INTRO.length + 1, mac.index).split('\n'));
  if (stanzas === undefined || stanzas.some(isMalformed)) return fail('AGE_HEADER');
  const recipients = stanzas.filter(({ type }) => type === 'X25519').length;
  return recipients < 1 || recipients > LIMITS.recipients
    ? fail('AGE_RECIPIENTS', { count: recipients })
    : ok({ recipients, length: mac.index + mac[0].length });
};
