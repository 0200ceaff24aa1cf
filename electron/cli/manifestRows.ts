import type { VerifiedBundle } from '#shared/exchange/read.ts';
import { markingText } from '#shared/label/label.ts';
import { type Line, row, say } from './words.ts';

/** Which bundle, as of when, how it is marked, and the digits to read out. */
export const manifestRows = ({
  manifest: { revision, issuedAt, expiresAt, label },
  checkCode,
}: Pick<VerifiedBundle, 'manifest' | 'checkCode'>): readonly Line[] => [
  row('revision', say('cli.asOf', { revision, issued: issuedAt, expires: expiresAt })),
  row('marking', markingText(label)),
  row('checkCode', checkCode),
];
