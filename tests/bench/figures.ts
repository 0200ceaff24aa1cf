/** How a figure is taken and told: always beside the plain operation beneath it, in the same run. */

import type { Result } from '#shared/result.ts';

export interface Figure {
  readonly name: string;
  /** What ours took. */
  readonly value: number;
  readonly unit: 'ms';
  /** What the plain operation took. */
  readonly baseline: number;
  readonly ratio: number;
}

export const figure = (name: string, value: number, baseline: number): Figure => ({
  name,
  value: Number(value.toFixed(3)),
  unit: 'ms',
  baseline: Number(baseline.toFixed(3)),
  ratio: Number((value / baseline).toFixed(2)),
});

/** What cannot fail in a figure: if it does, there is none. */
export const sure = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** The value below which a share of the samples lies. */
export const quantile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/**
 * Medians of two operations in milliseconds, taken in turns so that a busy moment of the machine falls on both; the
 * first round of each only warms up.
 */
export const inTurns = async (
  ours: () => unknown,
  plain: () => unknown,
  rounds = 7,
): Promise<readonly [ours: number, plain: number]> => {
  const samples: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const taken = [await timed(ours), await timed(plain)] as const;
    if (round > 0) taken.forEach((ms, index) => samples[index]?.push(ms));
  }
  return [median(samples[0]), median(samples[1])];
};
