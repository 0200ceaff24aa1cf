import { useMemo } from 'react';
import { usePlan } from '../state/plan.ts';
import { type SelectionPart, selectionParts, useView } from '../state/view.ts';
import { numberText } from '../ui/numbers.ts';
import { useWords, wordFor } from '../ui/words.ts';
import { Problems } from './Problems.tsx';
import { selectionSums } from './sums.ts';

const PartSums = ({ part }: { readonly part: SelectionPart }) => {
  const records = usePlan(({ plan }) => plan[part.kind]);
  const sums = useMemo(
    () => (records === undefined ? [] : selectionSums(usePlan.getState().plan, part)),
    [part, records],
  );
  return (
    <>
      <span className="status-kind">{wordFor(`app.kinds.${part.kind}`, { count: part.ids.length })}</span>
      {sums.map(({ name, value }) => (
        <span key={name} className="status-sum">
          {wordFor(`app.sum.${name}`, { value: numberText(value) })}
        </span>
      ))}
    </>
  );
};

const SelectionSums = () => {
  const t = useWords();
  const selection = useView((state) => state.selection);
  const parts = useMemo(() => selectionParts(selection), [selection]);
  if (parts.length === 0) return <span className="status-part">{t('app.noSelection')}</span>;
  return (
    <span className="status-part figure" role="status">
      {parts.map((part) => (
        <PartSums key={part.kind} part={part} />
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
