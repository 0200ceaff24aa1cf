import { Checkbox, Group, Stack } from '@mantine/core';
import { ACTIVITY_GROUPS } from '#shared/print/activities/options.ts';
import { PRINT_LANGUAGES, SHEET_MARKINGS } from '#shared/print/base.ts';
import { MOVEMENT_GROUPS } from '#shared/print/movements/options.ts';
import { ORIENTATIONS, PAPER_NAMES, TEXT_SIZES } from '#shared/print/papers.ts';
import { type PrintOptions as Options, PRODUCT_IDS } from '#shared/print/products.ts';
import { unreachable } from '#shared/result.ts';
import { useWords } from '../../ui/words.ts';
import { ListOptionFields } from './options/ListOptions.tsx';
import { CalendarOptionFields } from './options/CalendarOptions.tsx';
import { OrbatOptionFields } from './options/OrbatOptions.tsx';
import { MatrixOptions } from './options/MatrixOptions.tsx';
import { Pick } from './options/Pick.tsx';
import { TimelineOptions } from './options/TimelineOptions.tsx';
import { UnitOptionFields } from './options/UnitOptions.tsx';
import type { Printing } from './usePrint.ts';

const Paper = ({ options, change }: Printing) => {
  const t = useWords();
  return (
    <Group grow gap="xs" align="flex-end">
      <Pick
        label={t('print.paper')}
        family="print.papers"
        values={PAPER_NAMES}
        value={options.paper}
        onPick={(paper) => change({ paper })}
      />
      <Pick
        label={t('print.orientation')}
        family="print.orientations"
        values={ORIENTATIONS}
        value={options.orientation}
        onPick={(orientation) => change({ orientation })}
      />
    </Group>
  );
};

/** What the chosen product alone has to ask. */
const OwnOptions = ({ options, change }: { options: Options; change: Printing['change'] }) => {
  switch (options.product) {
    case 'timeline':
      return <TimelineOptions options={options} change={change} />;
    case 'calendar':
      return <CalendarOptionFields options={options} change={change} />;
    case 'movements':
      return <ListOptionFields options={options} groups={MOVEMENT_GROUPS} change={change} />;
    case 'activities':
      return <ListOptionFields options={options} groups={ACTIVITY_GROUPS} change={change} />;
    case 'orbat':
      return <OrbatOptionFields options={options} change={change} />;
    case 'unit':
      return <UnitOptionFields options={options} change={change} />;
    case 'matrix':
      return <MatrixOptions options={options} change={change} />;
    default:
      return unreachable(options);
  }
};

const Look = ({ options, change }: Printing) => {
  const t = useWords();
  return (
    <>
      <Pick
        label={t('print.textSize')}
        family="print.textSizes"
        values={TEXT_SIZES}
        value={options.textSize}
        onPick={(textSize) => change({ textSize })}
      />
      <Checkbox
        label={t('print.blackAndWhite')}
        checked={options.blackAndWhite}
        onChange={(event) => change({ blackAndWhite: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('print.exerciseLine')}
        checked={options.exerciseLine}
        onChange={(event) => change({ exerciseLine: event.currentTarget.checked })}
      />
      <Pick
        label={t('print.marking')}
        family="print.markings"
        values={SHEET_MARKINGS}
        value={options.marking}
        onPick={(marking) => change({ marking })}
      />
      <Pick
        label={t('print.language')}
        family="print.languages"
        values={PRINT_LANGUAGES}
        value={options.language}
        onPick={(language) => change({ language })}
      />
    </>
  );
};

/** What to print and how, one column of fields; each change shows in the preview at once. */
export const PrintOptions = (props: Printing) => {
  const t = useWords();
  return (
    <section className="print-options" aria-label={t('print.options')}>
      <Stack gap="sm">
        <Pick
          label={t('print.product')}
          family="print.products"
          values={PRODUCT_IDS}
          value={props.options.product}
          onPick={props.choose}
        />
        <Paper {...props} />
        <OwnOptions options={props.options} change={props.change} />
        <Look {...props} />
      </Stack>
    </section>
  );
};
