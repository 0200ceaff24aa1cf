import { useEffect, useState } from 'react';
import type { RowChoice } from '#shared/print/content.ts';
import { type TimelinePrintOptions } from '#shared/print/options.ts';
import { usePlan } from '../../state/plan.ts';
import { requestChoices } from './layoutClient.ts';

/** The rows that a grouping would print, to choose from. */
export const useRowChoices = (
  options: TimelinePrintOptions,
): readonly { readonly value: string; readonly label: string }[] => {
  const plan = usePlan((state) => state.plan);
  const { grouping, from, to, language } = options;
  const [choices, setChoices] = useState<readonly RowChoice[]>([]);
  useEffect(() => {
    let wanted = true;
    void requestChoices(plan, { grouping, from, to, language }, () => wanted).then((found) => {
      if (wanted && found !== undefined) setChoices(found);
    });
    return () => {
      wanted = false;
    };
  }, [plan, grouping, from, to, language]);
  return choices.map(({ key, title }) => ({ value: key, label: title }));
};
