/** The Print screen's state: the options of each exercise, and the act of printing. */
import { useMemo, useState } from 'react';
import type { PrintReply } from '#shared/contract/print.ts';
import { type PrintOptions, type ProductId, defaultsOf, printOptionsSchema } from '#shared/print/products.ts';
import { type Result, fail } from '#shared/result.ts';
import { ask } from '../../platform/bridge.ts';
import { saveState, subscribeSaveState } from '../../state/persistence.ts';
import { usePlan } from '../../state/plan.ts';
import { usePreferences } from '../../state/preferences.ts';
import { changePrint, choosePrint, printKey, usePrintStore } from '../../state/printing.ts';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/words.ts';

const useExerciseId = (): string => usePlan(({ status }) => (status.phase === 'open' ? status.id : ''));

/** The options of the open exercise's chosen product, and the ways to change them. */
export interface Printing {
  readonly options: PrintOptions;
  readonly change: (change: Partial<PrintOptions>) => void;
  readonly choose: (product: ProductId) => void;
}

export const usePrintOptions = (): Printing => {
  const id = useExerciseId();
  const plan = usePlan((state) => state.plan);
  const language = usePreferences((state) => state.language);
  const exerciseLine = usePreferences((state) => state.exerciseLine !== false);
  const now = useNow();
  const product = usePrintStore((state) => state.product[id] ?? 'timeline');
  const key = printKey(id, product);
  const chosen = usePrintStore((state) => state.chosen[key]);
  const options = useMemo(
    () => ({ ...defaultsOf(product, plan, { language, exerciseLine }, now), ...chosen }) as PrintOptions,
    [chosen, product, plan, language, exerciseLine, now],
  );
  return {
    options,
    change: (part) => changePrint(id, product, part),
    choose: (next) => choosePrint(id, next),
  };
};

/** Main prints what the vault holds, so what is on the screen has to be there first. */
const saved = async (): Promise<Result<null>> => {
  for (;;) {
    const state = saveState();
    if (state.state === 'saved') return { ok: true, value: null };
    if (state.state === 'not-saved') return fail(state.failure.code, state.failure.data);
    await new Promise<void>((resolve) => {
      const stop = subscribeSaveState(() => {
        stop();
        resolve();
      });
    });
  }
};

const send = async (
  exerciseId: string,
  options: PrintOptions,
  target: 'pdf' | 'printer',
): Promise<Result<PrintReply | null>> => {
  const ready = await saved();
  return ready.ok ? ask('print.product', { exerciseId, options, target }) : ready;
};

/** Prints, and tells in one sentence what became of it. */
export const usePrinting = (options: PrintOptions) => {
  const t = useWords();
  const id = useExerciseId();
  const [busy, setBusy] = useState(false);
  const run = async (target: 'pdf' | 'printer'): Promise<void> => {
    setBusy(true);
    const printed = await send(id, options, target);
    setBusy(false);
    if (!printed.ok) tellFailure(printed.error);
    else if (printed.value !== null) {
      const { file, pages: count, number } = printed.value;
      tellDone(file === null ? t('print.printed', { count, number }) : t('print.saved', { count, number, file }));
    }
  };
  return { busy, run };
};

/** Whether the options can be printed at all; the span is the one thing a person can get wrong. */
export const areValid = (options: PrintOptions): boolean => printOptionsSchema.safeParse(options).success;
