import { Checkbox } from '@mantine/core';
import type { ListOptions } from '#shared/print/lists/options.ts';
import { useWords } from '../../../ui/words.ts';
import { PrintSpan } from '../PrintSpan.tsx';
import { OnlyOf } from './OnlyOf.tsx';
import { Pick } from './Pick.tsx';
import { TimesFields } from './TimesFields.tsx';

interface ListProps<G extends string> {
  readonly options: ListOptions & { readonly grouping: G };
  /** What this list can be grouped by. */
  readonly groups: readonly G[];
  readonly change: (
    change: Partial<Omit<ListOptions, 'rows' | 'grouping'>> & {
      readonly rows?: string[] | null;
      readonly grouping?: G;
    },
  ) => void;
}

/** What every list has to ask: activities and movements alike. */
export const ListOptionFields = <G extends string>({ options, groups, change }: ListProps<G>) => {
  const t = useWords();
  return (
    <>
      <PrintSpan options={options} change={change} />
      <Pick
        label={t('print.groupBy')}
        family="print.groups"
        values={groups}
        value={options.grouping}
        onPick={(grouping) => change({ grouping })}
      />
      <OnlyOf rows={options.rows} onPick={(rows) => change({ rows })} />
      <TimesFields options={options} change={change} />
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
