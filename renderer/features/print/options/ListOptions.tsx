import { Checkbox } from '@mantine/core';
import { ACTIVITY_GROUPS, type ActivitiesOptions } from '#shared/print/activities/options.ts';
import { MOVEMENT_GROUPS, type MovementsOptions } from '#shared/print/movements/options.ts';
import { LIST_TIMES } from '#shared/print/times.ts';
import { useWords } from '../../../ui/words.ts';
import { PrintSpan } from '../PrintSpan.tsx';
import { OnlyOf } from './OnlyOf.tsx';
import { Pick } from './Pick.tsx';

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
