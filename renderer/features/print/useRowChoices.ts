import { useEffect, useState } from 'react';
import type { RowChoice } from '#shared/print/content.ts';
import type { RowsProduct } from '#shared/print/products.ts';
import { usePlan } from '../../state/plan.ts';
import { requestChoices } from './layoutClient.ts';

/** What rows depend on; a change of paper or of the rows themselves asks for no others. */
const keyOf = (options: RowsProduct): string => {
  const { product, grouping, from, to, language } = options;
  return [
    product,
    grouping,
    from,
    to,
    language,
    ...('filled' in options ? [options.filled, options.undated] : []),
  ].join(' ');
};

/** The rows that a grouping would print, to choose from. */
export const useRowChoices = (options: RowsProduct): readonly { readonly value: string; readonly label: string }[] => {
  const plan = usePlan((state) => state.plan);
  const key = keyOf(options);
  const [choices, setChoices] = useState<readonly RowChoice[]>([]);
  useEffect(() => {
    let wanted = true;
    void requestChoices(plan, options, () => wanted).then((found) => {
      if (wanted && found !== undefined) setChoices(found);
    });
    return () => {
      wanted = false;
    };
    // The key holds all of the options that the rows depend on.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [plan, key]);
  return choices.map((choice) => ({ value: choice.key, label: choice.title }));
};
