/** The Print screen's state: the options of each exercise, the sheets that follow from them, and the act of printing. */
import { useDeferredValue, useMemo, useState } from 'react';
import { create } from 'zustand';
import type { PrintReply } from '#shared/contract/print.ts';
import { layoutTimeline } from '#shared/print/layout.ts';
import { type TimelinePrintOptions, defaultPrintOptions, timelinePrintOptionsSchema } from '#shared/print/options.ts';
import type { Sheet } from '#shared/print/sheet.ts';
import { type Result, fail } from '#shared/result.ts';
import { ask } from '../../platform/bridge.ts';
import { saveState, subscribeSaveState } from '../../state/persistence.ts';
import { usePlan } from '../../state/plan.ts';
import { usePreferences } from '../../state/preferences.ts';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/words.ts';

interface PrintStore {
  /** By exercise; one that was never printed follows its plan. */
  readonly options: Readonly<Record<string, TimelinePrintOptions>>;
}

const useStore = create<PrintStore>()(() => ({ options: {} }));

const useExerciseId = (): string => usePlan(({ status }) => (status.phase === 'open' ? status.id : ''));

export type ChangeOptions = (change: Partial<TimelinePrintOptions>) => void;

/** The options of the open exercise and the way to change them. */
export const usePrintOptions = (): readonly [TimelinePrintOptions, ChangeOptions] => {
  const id = useExerciseId();
  const plan = usePlan((state) => state.plan);
  const language = usePreferences((state) => state.language);
  const now = useNow();
  const chosen = useStore((state) => state.options[id]);
  const options = useMemo(() => chosen ?? defaultPrintOptions(plan, language, now), [chosen, plan, language, now]);
  const change: ChangeOptions = (part) => {
    useStore.setState((state) => ({ options: { ...state.options, [id]: { ...options, ...part } } }));
  };
  return [options, change];
};

/** The sheets as they will be printed; they follow a moment behind while someone types. */
export const useSheets = (options: TimelinePrintOptions): Result<readonly Sheet[]> => {
  const plan = useDeferredValue(usePlan((state) => state.plan));
  const settled = useDeferredValue(options);
  const now = useNow();
  return useMemo(() => layoutTimeline(plan, settled, now), [plan, settled, now]);
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
  options: TimelinePrintOptions,
  target: 'pdf' | 'printer',
): Promise<Result<PrintReply | null>> => {
  const ready = await saved();
  return ready.ok ? ask('print.timeline', { exerciseId, options, target }) : ready;
};

/** Prints, and tells in one sentence what became of it. */
export const usePrinting = (options: TimelinePrintOptions) => {
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
export const areValid = (options: TimelinePrintOptions): boolean =>
  timelinePrintOptionsSchema.safeParse(options).success;
