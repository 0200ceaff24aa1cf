import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { PRINT_TIMES, type TimesOptions } from '#shared/print/times.ts';
import { useRecords } from '../../../state/records.ts';
import { useWords } from '../../../ui/words.ts';
import { Pick } from './Pick.tsx';

interface TimesProps {
  readonly options: TimesOptions;
  readonly change: (change: Partial<TimesOptions>) => void;
}

/** How times are written: the same choice for every product that has times. */
export const TimesFields = ({ options, change }: TimesProps) => {
  const t = useWords();
  const anchors = useRecords('anchor');
  const data = useMemo(() => anchors.map(({ id, code }) => ({ value: id, label: code })), [anchors]);
  return (
    <>
      <Pick
        label={t('print.times')}
        family="print.timesChoices"
        values={PRINT_TIMES}
        value={options.times}
        onPick={(times) => change({ times })}
      />
      {options.times === 'anchor' && (
        <Select
          label={t('print.anchor')}
          placeholder={t('print.anyAnchor')}
          data={data}
          value={options.anchor ?? null}
          clearable
          onChange={(anchor) => change({ anchor: anchor ?? undefined })}
        />
      )}
    </>
  );
};
