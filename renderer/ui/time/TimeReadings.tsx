import type { Readings } from '#shared/time/display.ts';
import { useWords } from '../words.ts';

/** Every reading of one time, line by line, as tooltips show it. */
export const TimeReadings = ({ readings }: { readonly readings: Readings }) => {
  const t = useWords();
  const lines = [
    [t('time.dtg'), readings.dtg],
    [t('time.localDtg'), readings.localDtg],
    [t('time.local'), readings.local],
    [t('time.anchor'), readings.anchor],
  ] as const;
  return (
    <>
      {lines.map(
        ([name, reading]) =>
          reading !== undefined && (
            <div key={name} style={{ fontVariantNumeric: 'tabular-nums' }}>
              {name}: {reading}
            </div>
          ),
      )}
    </>
  );
};
