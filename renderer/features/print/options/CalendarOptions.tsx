import { Checkbox } from '@mantine/core';
import type { CalendarOptions } from '#shared/print/calendar/options.ts';
import { PRINT_COLOURINGS } from '#shared/print/options.ts';
import { useWords } from '../../../ui/words.ts';
import { PrintSpan } from '../PrintSpan.tsx';
import { OnlyOf } from './OnlyOf.tsx';
import { Pick } from './Pick.tsx';
import { TimesFields } from './TimesFields.tsx';

interface CalendarFieldsProps {
  readonly options: CalendarOptions;
  readonly change: (change: Partial<CalendarOptions>) => void;
}

/** Which months, in whose time, and whose entries. */
export const CalendarOptionFields = ({ options, change }: CalendarFieldsProps) => {
  const t = useWords();
  return (
    <>
      <PrintSpan options={options} change={change} />
      <OnlyOf rows={options.rows} onPick={(rows) => change({ rows })} />
      <Checkbox
        label={t('print.movements')}
        checked={options.movements}
        onChange={(event) => change({ movements: event.currentTarget.checked })}
      />
      <TimesFields options={options} change={change} />
      <Pick
        label={t('print.colourBy')}
        family="print.colourings"
        values={PRINT_COLOURINGS}
        value={options.colourBy}
        onPick={(colourBy) => change({ colourBy })}
      />
    </>
  );
};
