import { Checkbox } from '@mantine/core';
import { MATRIX_COLUMNS } from '#shared/matrix/columns.ts';
import { MATRIX_ROWS } from '#shared/matrix/matrix.ts';
import { MAX_COLUMNS_WIDE, type MatrixPrintOptions } from '#shared/print/matrix/options.ts';
import { NumberField } from '../../../ui/fields/NumberField.tsx';
import { useWords } from '../../../ui/words.ts';
import { PrintSpan } from '../PrintSpan.tsx';
import { Pick } from './Pick.tsx';
import { RowsOf } from './RowsOf.tsx';
import { TimesFields } from './TimesFields.tsx';

interface MatrixProps {
  readonly options: MatrixPrintOptions;
  readonly change: (change: Partial<MatrixPrintOptions>) => void;
}

/** What rows and columns of the matrix go by, and how many columns a sheet takes. */
export const MatrixOptions = (props: MatrixProps) => {
  const t = useWords();
  const { options, change } = props;
  return (
    <>
      <PrintSpan {...props} />
      <Pick
        label={t('print.rowsBy')}
        family="print.matrixRows"
        values={MATRIX_ROWS}
        value={options.grouping}
        onPick={(grouping) => change({ grouping, rows: null })}
      />
      <RowsOf options={options} onPick={(rows) => change({ rows })} />
      <Pick
        label={t('print.columnsBy')}
        family="print.matrixColumns"
        values={MATRIX_COLUMNS}
        value={options.columns}
        onPick={(columns) => change({ columns })}
      />
      <NumberField
        label={t('print.columnsWide')}
        value={options.columnsWide}
        min={1}
        max={MAX_COLUMNS_WIDE}
        whole
        required
        onCommit={(columnsWide) => columnsWide !== undefined && change({ columnsWide })}
      />
      <Checkbox
        label={t('print.filled')}
        checked={options.filled}
        onChange={(event) => change({ filled: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('print.undated')}
        checked={options.undated}
        onChange={(event) => change({ undated: event.currentTarget.checked })}
      />
      <TimesFields {...props} />
      <Checkbox
        label={t('print.entryTimes')}
        checked={options.entryTimes}
        onChange={(event) => change({ entryTimes: event.currentTarget.checked })}
      />
    </>
  );
};
