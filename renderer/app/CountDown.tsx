import { Text, Tooltip } from '@mantine/core';
import { useMemo } from 'react';
import { type EpochMs } from '#shared/time/instant.ts';
import { useExercise, useRecords } from '../state/records.ts';
import { instantMs, useResolveTime, useTimeText } from '../state/time.ts';
import { useNow } from '../ui/useNow.ts';
import { useWords } from '../ui/words.ts';
import { countDown } from './countDown.ts';

/** STARTEX and ENDEX as anchors, else the dates of the exercise. */
const useBounds = (): { readonly start: EpochMs | undefined; readonly end: EpochMs | undefined } => {
  const exercise = useExercise();
  const anchors = useRecords('anchor');
  const resolve = useResolveTime();
  return useMemo(() => {
    const at = (code: string): EpochMs | undefined => resolve(anchors.find((anchor) => anchor.code === code)?.at);
    return { start: at('STARTEX') ?? instantMs(exercise?.start), end: at('ENDEX') ?? instantMs(exercise?.end) };
  }, [anchors, exercise, resolve]);
};

/** Days to STARTEX, the day of the exercise, or how long ago it ended. */
export const CountDown = () => {
  const t = useWords();
  const now = useNow();
  const timeText = useTimeText();
  const zone = useExercise()?.zone ?? 'UTC';
  const { start, end } = useBounds();
  if (start === undefined) return null;
  const state = countDown(zone, now, start, end);
  const text =
    state.phase === 'before'
      ? t('app.startexIn', { count: state.days })
      : state.phase === 'during'
        ? t('app.exerciseDay', { day: state.day })
        : t('app.endedAgo', { count: state.days });
  return (
    <Tooltip label={timeText(start)}>
      <Text className="title-countdown figure">{text}</Text>
    </Tooltip>
  );
};
