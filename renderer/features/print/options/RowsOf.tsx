import type { RowsProduct } from '#shared/print/products.ts';
import { useWords } from '../../../ui/words.ts';
import { useRowChoices } from '../useRowChoices.ts';
import { SomeOrAll } from './SomeOrAll.tsx';

interface RowsOfProps {
  readonly options: RowsProduct;
  readonly onPick: (rows: string[] | null) => void;
}

/** Some of the rows that the grouping makes, or all of them. */
export const RowsOf = ({ options, onPick }: RowsOfProps) => {
  const t = useWords();
  return (
    <SomeOrAll
      label={t('print.rows')}
      all={t('print.allRows')}
      data={useRowChoices(options)}
      rows={options.rows}
      onPick={onPick}
    />
  );
};
