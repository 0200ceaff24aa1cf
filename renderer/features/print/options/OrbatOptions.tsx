import { Checkbox, Input, SegmentedControl, Stack } from '@mantine/core';
import { MAX_PAGES_WIDE } from '#shared/print/options.ts';
import { LEAST_SYMBOL, MOST_SYMBOL, type OrbatOptions } from '#shared/print/orbat/options.ts';
import { NumberField } from '../../../ui/fields/NumberField.tsx';
import { useWords } from '../../../ui/words.ts';
import { OnlyOf } from './OnlyOf.tsx';
import { Overlap } from './Overlap.tsx';

interface OrbatProps {
  readonly options: OrbatOptions;
  readonly change: (change: Partial<OrbatOptions>) => void;
}

const Scale = ({ options, change }: OrbatProps) => {
  const t = useWords();
  const { scale } = options;
  const fits = 'pagesWide' in scale;
  return (
    <Stack gap={6}>
      <Input.Label component="span">{t('print.width')}</Input.Label>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('print.width')}
        data={[
          { value: 'fit', label: t('print.fitPages') },
          { value: 'scale', label: t('print.bySymbol') },
        ]}
        value={fits ? 'fit' : 'scale'}
        onChange={(kind) => change({ scale: kind === 'fit' ? { pagesWide: 1 } : { symbolMm: 12 } })}
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
          label={t('print.symbolMm')}
          value={scale.symbolMm}
          min={LEAST_SYMBOL}
          max={MOST_SYMBOL}
          required
          onCommit={(symbolMm) => symbolMm !== undefined && change({ scale: { symbolMm } })}
        />
      )}
    </Stack>
  );
};

/** Whose trees, how large and how deep. */
export const OrbatOptionFields = ({ options, change }: OrbatProps) => {
  const t = useWords();
  return (
    <>
      <OnlyOf rows={options.rows} onPick={(rows) => change({ rows })} />
      <Scale options={options} change={change} />
      <NumberField
        label={t('print.levels')}
        value={options.levels}
        min={1}
        max={20}
        whole
        onCommit={(levels) => change({ levels })}
      />
      <Checkbox
        label={t('print.strength')}
        checked={options.strength}
        onChange={(event) => change({ strength: event.currentTarget.checked })}
      />
      <Overlap overlap={options.overlap} onPick={(overlap) => change({ overlap })} />
      <Checkbox
        label={t('print.joinMarks')}
        checked={options.joinMarks}
        onChange={(event) => change({ joinMarks: event.currentTarget.checked })}
      />
    </>
  );
};
