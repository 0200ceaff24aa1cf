import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import type { UnitOptions } from '#shared/print/unitSheet/options.ts';
import { useRecords } from '../../../state/records.ts';
import { useWords } from '../../../ui/words.ts';
import { PrintSpan } from '../PrintSpan.tsx';
import { SomeOrAll } from './SomeOrAll.tsx';
import { TimesFields } from './TimesFields.tsx';

interface UnitFieldsProps {
  readonly options: UnitOptions;
  readonly change: (change: Partial<UnitOptions>) => void;
}

export const UnitOptionFields = ({ options, change }: UnitFieldsProps) => {
  const t = useWords();
  const units = useRecords('unit');
  const participants = useRecords('participant');
  const data = useMemo(
    () => [
      ...participants.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
      ...units.map(({ id, name }) => ({ value: id, label: name })),
    ],
    [participants, units],
  );
  return (
    <>
      <PrintSpan options={options} change={change} />
      <SomeOrAll
        label={t('print.onlyUnits')}
        all={t('print.allUnits')}
        data={data}
        rows={options.rows}
        onPick={(rows) => change({ rows })}
      />
      {options.rows !== null && (
        <Checkbox
          label={t('print.withSubordinates')}
          checked={options.subordinates}
          onChange={(event) => change({ subordinates: event.currentTarget.checked })}
        />
      )}
      <TimesFields options={options} change={change} />
    </>
  );
};
