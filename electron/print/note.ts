import type { PrintJob } from '#shared/contract/print.ts';
import type { Result } from '#shared/result.ts';
import type { VaultPort } from '../vault/port.ts';

interface Printed {
  readonly exerciseId: string;
  readonly options: PrintJob['options'];
  readonly number: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The file's name, or `printer`. */
  readonly target: string;
  readonly pages: number;
}

/** A print leaves the house as a bundle does: the audit log says what went on paper, and under which number. */
export const notePrint = async (
  vault: VaultPort,
  { exerciseId, options, number, at, target, pages }: Printed,
): Promise<Result<null>> => {
  const { product, paper, orientation, language } = options;
  const grouping = 'grouping' in options ? { grouping: options.grouping } : {};
  const data = { exerciseId, product, number, target, sheets: pages, paper, orientation, ...grouping, language };
  return vault.write({ log: [{ at, code: 'PRINTED', data }] });
};
