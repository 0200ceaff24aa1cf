/** The operations of a large step on their way, part by part, so that no single message holds all of them. */
import type { Op, Step } from '#shared/plan/step.ts';
import { type Result, fail, ok } from '#shared/result.ts';

/** Characters of all parts: what one step may have. */
const MAX_STAGED = 256 * 1024 * 1024;

export interface Staging {
  /** VAULT_STEP_TOO_LARGE, or VAULT_STEP_INVALID for a part out of its order. */
  readonly add: (stepId: string, part: number, ops: string) => Result<null>;
  /** The step with its staged operations, which are let go of. VAULT_STEP_INVALID when parts are missing. */
  readonly whole: (step: Step, count: number | undefined) => Result<Step>;
}

export const createStaging = (): Staging => {
  let stepId = '';
  let parts: string[] = [];
  let size = 0;
  const clear = (): void => {
    stepId = '';
    parts = [];
    size = 0;
  };
  return {
    add: (id, part, ops) => {
      if (part === 0) {
        clear();
        stepId = id;
      }
      if (id !== stepId || part !== parts.length) return fail('VAULT_STEP_INVALID', { seq: 0, reason: 'STAGED' });
      size += ops.length;
      if (size > MAX_STAGED) {
        clear();
        return fail('VAULT_STEP_TOO_LARGE', { mb: MAX_STAGED / 1024 / 1024 });
      }
      parts.push(ops);
      return ok(null);
    },
    whole: (step, count) => {
      if (count === undefined) return ok(step);
      if (step.id !== stepId || count !== parts.length) return fail('VAULT_STEP_INVALID', { seq: 0, reason: 'STAGED' });
      const ops = parts.flatMap((text) => JSON.parse(text) as Op[]);
      clear();
      return ok({ ...step, ops });
    },
  };
};
