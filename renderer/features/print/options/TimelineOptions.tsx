import { Checkbox, Input, SegmentedControl, Stack } from '@mantine/core';
import { MAX_PAGES_WIDE, PRINT_COLOURINGS, type TimelinePrintOptions } from '#shared/print/options.ts';
import { HOUR } from '#shared/time/instant.ts';
import { GROUPINGS } from '#shared/timeline/rows.ts';
import { NumberField } from '../../../ui/fields/NumberField.tsx';
import { useWords } from '../../../ui/words.ts';
import { PrintSpan } from '../PrintSpan.tsx';
import { Overlap } from './Overlap.tsx';
import { Pick } from './Pick.tsx';
import { RowsOf } from './RowsOf.tsx';
import { TimesFields } from './TimesFields.tsx';

interface TimelineProps {
  readonly options: TimelinePrintOptions;
  readonly change: (change: Partial<TimelinePrintOptions>) => void;
}

const MS_PER_MM_OF_HOUR = HOUR / 10;

const Scale = ({ options, change }: TimelineProps) => {
  const t = useWords();
  const { scale } = options;
  const fits = 'pagesWide' in scale;
  const hours = fits ? 12 : Math.round((scale.msPerMm / MS_PER_MM_OF_HOUR) * 100) / 100;
  return (
    <Stack gap={6}>
      <Input.Label component="span">{t('print.width')}</Input.Label>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('print.width')}
        data={[
          { value: 'fit', label: t('print.fitPages') },
          { value: 'scale', label: t('print.byScale') },
        ]}
        value={fits ? 'fit' : 'scale'}
        onChange={(kind) => change({ scale: kind === 'fit' ? { pagesWide: 2 } : { msPerMm: 12 * MS_PER_MM_OF_HOUR } })}
      />
      {fits ? (
        <NumberField
          label={t('print.pagesWide')}
          value={scale.pagesWide}
          min={1}
          max={MAX_PAGES_WIDE}
          whole
          required
          onCommit={(pagesWide) => pagesWide !== undefined && change({ scale: { pagesWide } })}
        />
      ) : (
        <NumberField
          label={t('print.hoursPerCm')}
          value={hours}
          min={0.05}
          max={2000}
          required
          onCommit={(value) => value !== undefined && change({ scale: { msPerMm: value * MS_PER_MM_OF_HOUR } })}
        />
      )}
    </Stack>
  );
};

const Rows = ({ options, change }: TimelineProps) => {
  const t = useWords();
  return (
    <>
      <Pick
        label={t('print.rowsBy')}
        family="print.groupings"
        values={GROUPINGS}
        value={options.grouping}
        onPick={(grouping) => change({ grouping, rows: null })}
      />
      <RowsOf options={options} onPick={(rows) => change({ rows })} />
    </>
  );
};

/** What a timeline shows and how wide it is. */
export const TimelineOptions = (props: TimelineProps) => {
  const t = useWords();
  const { options, change } = props;
  return (
    <>
      <PrintSpan {...props} />
      <Scale {...props} />
      <Rows {...props} />
      <TimesFields {...props} />
      <Checkbox
        label={t('print.barTimes')}
        checked={options.barTimes}
        onChange={(event) => change({ barTimes: event.currentTarget.checked })}
      />
      <Pick
        label={t('print.colourBy')}
        family="print.colourings"
        values={PRINT_COLOURINGS}
        value={options.colourBy}
        onPick={(colourBy) => change({ colourBy })}
      />
      <Checkbox
        label={t('print.joinMarks')}
        checked={options.joinMarks}
        onChange={(event) => change({ joinMarks: event.currentTarget.checked })}
      />
      <Overlap overlap={options.overlap} onPick={(overlap) => change({ overlap })} />
    </>
  );
};
