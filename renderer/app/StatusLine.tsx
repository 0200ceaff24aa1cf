import { useMemo } from 'react';
import { usePlan } from '../state/plan.ts';
import { useView } from '../state/view.ts';
import { numberText } from '../ui/numbers.ts';
import { useWords, wordFor } from '../ui/words.ts';
import { Problems } from './Problems.tsx';
import { selectionSums } from './sums.ts';

const SelectionSums = () => {
  const t = useWords();
  const selection = useView((state) => state.selection);
  const records = usePlan(({ plan }) => (selection === null ? undefined : plan[selection.kind]));
  const sums = useMemo(
    () => (selection === null || records === undefined ? [] : selectionSums(usePlan.getState().plan, selection)),
    [selection, records],
  );
  if (selection === null) return <span className="status-part">{t('app.noSelection')}</span>;
  return (
    <span className="status-part figure" role="status">
      {wordFor(`app.kinds.${selection.kind}`, { count: selection.ids.length })}
      {sums.map(({ name, value }) => (
        <span key={name} className="status-sum">
          {wordFor(`app.sum.${name}`, { value: numberText(value) })}
        </span>
      ))}
    </span>
  );
};

/** The bottom line: what is selected and what it adds up to, what is wrong, and room for the view's zoom. */
export const StatusLine = () => (
  <footer className="status-line">
    <SelectionSums />
    <Problems />
    <span id="status-zoom" className="status-zoom" />
  </footer>
);
