import { useMemo } from 'react';
import { type FieldText, fieldTextIn } from '#shared/plan/fieldText.ts';
import { recordNamed } from '#shared/plan/state.ts';
import { usePlan } from '../../state/plan.ts';
import { useTimeContext } from '../../state/time.ts';
import { wordFor } from '../../ui/words.ts';
import { useReviewLabelling } from './reviewLabelling.ts';
import { useImport } from './session.ts';

/** Writes a field's value for people: records by what they are called here, else by what the bundle calls them. */
export const useFieldText = (): FieldText => {
  const context = useTimeContext();
  const incoming = useImport((state) => state.incoming);
  const labelling = useReviewLabelling();
  return useMemo(
    () =>
      fieldTextIn({
        word: wordFor,
        context,
        labelling,
        recordFor: (id) => recordNamed(usePlan.getState().plan, id) ?? incoming.get(id),
      }),
    [context, incoming, labelling],
  );
};
