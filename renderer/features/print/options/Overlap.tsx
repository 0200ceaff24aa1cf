import { Select } from '@mantine/core';
import { OVERLAPS } from '#shared/print/options.ts';
import { useWords } from '../../../ui/words.ts';

interface OverlapProps {
  readonly overlap: (typeof OVERLAPS)[number];
  readonly onPick: (overlap: (typeof OVERLAPS)[number]) => void;
}

/** How far each sheet repeats what is on its neighbours. */
export const Overlap = ({ overlap: chosen, onPick }: OverlapProps) => {
  const t = useWords();
  return (
    <Select
      label={t('print.overlap')}
      allowDeselect={false}
      data={OVERLAPS.map((overlap) => ({
        value: String(overlap),
        label: overlap === 0 ? t('print.noOverlap') : String(overlap),
      }))}
      value={String(chosen)}
      onChange={(picked) => onPick(OVERLAPS.find((overlap) => String(overlap) === picked) ?? 0)}
    />
  );
};
