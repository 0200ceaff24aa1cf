import { useMemo } from 'react';
import { type TimelinePrintOptions } from '#shared/print/options.ts';
import { rowChoices } from '#shared/print/content.ts';
import { usePlan } from '../../state/plan.ts';

/** The rows that a grouping would print, to choose from. */
export const useRowChoices = (
  options: TimelinePrintOptions,
): readonly { readonly value: string; readonly label: string }[] => {
  const plan = usePlan((state) => state.plan);
  const { grouping, from, to, language } = options;
  return useMemo(
    () => rowChoices(plan, { grouping, from, to, language }).map(({ key, title }) => ({ value: key, label: title })),
    [plan, grouping, from, to, language],
  );
};
