/** The operations of large steps as texts of bounded length: a message or a row of the database holds a few at most. */
import type { Op, Step } from '#shared/plan/step.ts';
import { breathe, inSlices } from './slices.ts';

/** Steps of more operations than this go in parts and in slices. */
export const LARGE_STEP = 500;

/** Characters of one part: few enough that its copies on the way are no large objects, which clearing up stops for. */
const PART = 32 * 1024;

const packing = function* (ops: readonly Op[]): Generator<number, readonly string[], void> {
  const parts: string[] = [];
  let texts: string[] = [];
  let size = 0;
  for (const [index, op] of ops.entries()) {
    const text = JSON.stringify(op);
    texts.push(text);
    size += text.length;
    if (size < PART) continue;
    parts.push(`[${texts.join(',')}]`);
    texts = [];
    size = 0;
    yield index;
  }
  if (texts.length > 0) parts.push(`[${texts.join(',')}]`);
  return parts;
};

/** The parts of a large step's operations, each a JSON array; undefined for a step that is sent whole. */
export const packOps = ({ ops }: Pick<Step, 'ops'>): Promise<readonly string[]> | undefined =>
  // Not in the same breath in which the plan changes and everything is drawn anew.
  ops.length > LARGE_STEP ? breathe().then(() => inSlices(packing(ops))) : undefined;
