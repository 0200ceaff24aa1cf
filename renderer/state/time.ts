/** Times as the window shows them: the exercise's zone and anchors, the language, and the one switch of readings. */
import { useCallback, useMemo } from 'react';
import { restDaysOf } from '#shared/plan/rest.ts';
import { activityPoint, timeContextOf, timeResolver, type ResolveTime } from '#shared/plan/times.ts';
import type { TimeContext } from '#shared/time/context.ts';
import { formatTime } from '#shared/time/display.ts';
import { type EpochMs, parseInstant } from '#shared/time/instant.ts';
import { usePlan } from './plan.ts';
import { usePreferences } from './preferences.ts';
import { useView } from './view.ts';

/** The instant nearest to which a typed time without a year is meant, where the exercise has no start. */
const openedAt = Date.now();

/** The same object until the exercise, its anchors or the language change. */
export const useTimeContext = (): TimeContext => {
  const exercise = usePlan((state) => state.plan.exercise);
  const anchor = usePlan((state) => state.plan.anchor);
  const language = usePreferences((state) => state.language);
  return useMemo(
    () => ({
      ...timeContextOf({ ...usePlan.getState().plan, exercise, anchor }, language, openedAt),
      // Read when asked: a context that changed with every activity would draw every time field anew.
      points: (id) => activityPoint(usePlan.getState().plan, id),
      rest: () => restDaysOf(usePlan.getState().plan),
    }),
    [exercise, anchor, language],
  );
};

/** Resolves times over the open exercise's anchors and activities; the same function until they change. */
export const useResolveTime = (): ResolveTime => {
  const exercise = usePlan((state) => state.plan.exercise);
  const anchor = usePlan((state) => state.plan.anchor);
  const activity = usePlan((state) => state.plan.activity);
  const participant = usePlan((state) => state.plan.participant);
  return useMemo(
    () => timeResolver({ ...usePlan.getState().plan, exercise, anchor, activity, participant }),
    [exercise, anchor, activity, participant],
  );
};

/** Writes an instant in the reading that is chosen now. */
export const useTimeText = (): ((ms: EpochMs) => string) => {
  const context = useTimeContext();
  const mode = useView((state) => state.timeMode);
  return useCallback((ms) => formatTime(ms, mode, context), [mode, context]);
};

/** A record's instant in milliseconds; undefined where there is none. */
export const instantMs = (text: string | undefined): EpochMs | undefined => {
  const parsed = text === undefined ? undefined : parseInstant(text);
  return parsed?.ok === true ? parsed.value : undefined;
};
