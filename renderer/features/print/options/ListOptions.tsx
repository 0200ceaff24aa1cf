import { Checkbox, MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { ACTIVITY_GROUPS, type ActivitiesOptions } from '#shared/print/activities/options.ts';
import { MOVEMENT_GROUPS, type MovementsOptions } from '#shared/print/movements/options.ts';
import { LIST_TIMES } from '#shared/print/times.ts';
import { useRecords } from '../../../state/records.ts';
import { useWords } from '../../../ui/words.ts';
import { PrintSpan } from '../PrintSpan.tsx';
import { Pick } from './Pick.tsx';

interface OnlyOfProps {
  readonly rows: readonly string[] | null;
  readonly onPick: (rows: string[] | null) => void;
}

/** Some participants, or all of them. */
const OnlyOf = ({ rows, onPick }: OnlyOfProps) => {
  const t = useWords();
  const participants = useRecords('participant');
  const data = useMemo(
    () => participants.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
    [participants],
  );
  return (
    <MultiSelect
      label={t('print.onlyOf')}
      size="xs"
      placeholder={rows === null ? t('print.everybody') : ''}
      data={data}
      value={[...(rows ?? [])]}
      searchable
      clearable
      limit={100}
      nothingFoundMessage={t('ui.nothingFound')}
      onChange={(chosen) => onPick(chosen.length === 0 ? null : chosen)}
    />
  );
};

type Lists = ActivitiesOptions | MovementsOptions;
type Common = { [K in 'times' | 'rows' | 'undated' | 'remarks']: ActivitiesOptions[K] };

interface ListProps {
  readonly options: Lists;
  readonly change: (change: Partial<Common>) => void;
}

const ListParts = ({ options, change }: ListProps) => {
  const t = useWords();
  return (
    <>
      <OnlyOf rows={options.rows} onPick={(rows) => change({ rows })} />
      <Pick
        label={t('print.times')}
        family="print.listTimes"
        values={LIST_TIMES}
        value={options.times}
        onPick={(times) => change({ times })}
      />
      <Checkbox
        label={t('print.undated')}
        checked={options.undated}
        onChange={(event) => change({ undated: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('print.remarks')}
        checked={options.remarks}
        onChange={(event) => change({ remarks: event.currentTarget.checked })}
      />
    </>
  );
};

interface OwnProps<O> {
  readonly options: O;
  readonly change: (change: Partial<O>) => void;
}

export const ActivitiesOptionFields = (props: OwnProps<ActivitiesOptions>) => {
  const t = useWords();
  return (
    <>
      <PrintSpan {...props} />
      <Pick
        label={t('print.groupBy')}
        family="print.groups"
        values={ACTIVITY_GROUPS}
        value={props.options.grouping}
        onPick={(grouping) => props.change({ grouping })}
      />
      <ListParts {...props} />
    </>
  );
};

export const MovementsOptionFields = (props: OwnProps<MovementsOptions>) => {
  const t = useWords();
  return (
    <>
      <PrintSpan {...props} />
      <Pick
        label={t('print.groupBy')}
        family="print.groups"
        values={MOVEMENT_GROUPS}
        value={props.options.grouping}
        onPick={(grouping) => props.change({ grouping })}
      />
      <ListParts {...props} />
    </>
  );
};
