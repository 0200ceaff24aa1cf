/** What the audit log says of files that came in. */
import path from 'node:path';
import type { VerifiedBundle } from '#shared/exchange/read.ts';
import type { Failure } from '#shared/result.ts';
import type { BundlePorts } from './bundles.ts';

/** The partner's own audit log as its bundle witnesses it: kept here, it shows later whether that log was changed. */
export const witnessOf = ({ manifest }: VerifiedBundle) => ({
  theirSequence: manifest.audit.sequence,
  theirHead: manifest.audit.head,
});

/** A file that was refused, by name and reason; a log that cannot be written does not turn the refusal into another. */
export const noteRefusal = async (
  { vault, clock }: Pick<BundlePorts, 'vault' | 'clock'>,
  file: string,
  { code, data = {} }: Failure,
): Promise<void> => {
  await vault.write({
    log: [{ at: clock(), code: 'REFUSED', data: { file: path.basename(file), reason: code, ...data } }],
  });
};
