/**
 * Steps for the window: each message small enough to be read between two frames. The operations of a large step stay
 * behind and come some at a time; between two of these requests they are kept, since unpacking them takes a while.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { StepHead, StepHeads, StepOps } from '#shared/contract/vault.ts';
import type { Step } from '#shared/plan/step.ts';
import { VaultError } from './failures.ts';
import type { PackedPage, StepQuery } from './port.ts';
import { payloadOf, stepOf } from './rows.ts';

/** JSON bytes of one message, and of a step that goes whole. */
const MESSAGE_BYTES = 32 * 1024;

export interface StepParts {
  /** Never more than one large step: its operations are asked for next. */
  readonly stepHeads: (query: StepQuery) => StepHeads;
  readonly stepOps: (exerciseId: string, seq: number, from: number) => StepOps;
}

interface Kept {
  readonly seq: number;
  readonly exerciseId: string;
  readonly ops: Step['ops'];
}

const partOf = (ops: Step['ops'], from: number): StepOps => {
  const texts: string[] = [];
  let at = from;
  for (let size = 0; at < ops.length && size < MESSAGE_BYTES; at += 1) {
    const text = JSON.stringify(ops[at]);
    size += text.length;
    texts.push(text);
  }
  return { ops: `[${texts.join(',')}]`, next: at < ops.length ? at : null };
};

/** @param page the steps that fit into so many bytes, and at most so many large ones. */
export const stepPartsIn = (
  db: DatabaseSync,
  folder: string,
  page: (query: StepQuery, bytes: number, isApart: (size: number) => boolean) => PackedPage,
): StepParts => {
  const bySeq = db.prepare('SELECT seq, size, encoding, digest, body FROM step WHERE exercise = ? AND seq = ?');
  const isApart = (size: number): boolean => size > MESSAGE_BYTES;
  let kept: Kept | undefined;
  const opsOf = (exerciseId: string, seq: number): Step['ops'] => {
    if (kept?.seq === seq && kept.exerciseId === exerciseId) return kept.ops;
    const row = bySeq.get(exerciseId, seq);
    if (row === undefined) throw new VaultError({ code: 'VAULT_STEP_INVALID', data: { seq, reason: 'MISSING' } });
    return stepOf(folder, payloadOf(row)).ops;
  };
  return {
    stepHeads: (query) => {
      const { steps, head } = page(query, MESSAGE_BYTES, isApart);
      const heads = steps.map((packed): StepHead => {
        const { seq, size } = packed;
        const step = stepOf(folder, packed);
        if (!isApart(size)) return { seq, step };
        kept = { seq, exerciseId: query.exerciseId, ops: step.ops };
        return { seq, step: { ...step, ops: [] }, apart: true };
      });
      return { steps: heads, head };
    },
    stepOps: (exerciseId, seq, from) => {
      const ops = opsOf(exerciseId, seq);
      const part = partOf(ops, from);
      kept = part.next === null ? undefined : { seq, exerciseId, ops };
      return part;
    },
  };
};
