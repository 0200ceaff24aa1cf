/** The Print screen's state: the options of each exercise, and the act of printing. */
import { useMemo, useState } from 'react';
import { create } from 'zustand';
import type { PrintReply } from '#shared/contract/print.ts';
import {
  PRODUCT_IDS,
  type PrintOptions,
  type ProductId,
  defaultsOf,
  printOptionsSchema,
} from '#shared/print/products.ts';
import { type Result, fail } from '#shared/result.ts';
import { ask } from '../../platform/bridge.ts';
import { saveState, subscribeSaveState } from '../../state/persistence.ts';
import { usePlan } from '../../state/plan.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useView } from '../../state/view.ts';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/words.ts';

interface PrintStore {
  /** By exercise; the timeline where nothing was chosen. */
  readonly product: Readonly<Record<string, ProductId>>;
  /** By exercise and product; one that was never changed follows its plan. */
  readonly options: Readonly<Record<string, PrintOptions>>;
}

const useStore = create<PrintStore>()(() => ({ product: {}, options: {} }));

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
  const stored = useStore((state) => state.product[id] ?? 'timeline');
  // Another view may lead here with what it wants printed.
  const asked = useView(({ filter }) => PRODUCT_IDS.find((each) => each === filter));
  const product = asked ?? stored;
  const chosen = useStore((state) => state.options[`${id} ${product}`]);
  const options = useMemo(
    () => chosen ?? defaultsOf(product, plan, { language, exerciseLine }, now),
    [chosen, product, plan, language, exerciseLine, now],
  );
  return {
    options,
    change: (part) => {
      const next = { ...options, ...part } as PrintOptions;
      useStore.setState((state) => ({ options: { ...state.options, [`${id} ${product}`]: next } }));
    },
    choose: (next) => {
      useView.setState({ filter: '' });
      useStore.setState((state) => ({ product: { ...state.product, [id]: next } }));
    },
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
      const { file, pages: count } = printed.value;
      tellDone(file === null ? t('print.printed', { count }) : t('print.saved', { count, file }));
    }
  };
  return { busy, run };
};

/** Whether the options can be printed at all; the span is the one thing a person can get wrong. */
export const areValid = (options: PrintOptions): boolean => printOptionsSchema.safeParse(options).success;
