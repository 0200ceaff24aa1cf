import { ACTIVITY_TYPES } from '#shared/plan/activity/schema.ts';
import type { Movement } from '#shared/plan/movement/schema.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { MIXED, sharedValue } from '../../ui/fields/mixed.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useWords, wordFor } from '../../ui/words.ts';

interface RowsProps {
  readonly movements: readonly Movement[];
  readonly change: (changes: {
    readonly responsible?: string | undefined;
    readonly countsAs?: string | undefined;
  }) => void;
}

/** In which rows of timeline and matrix it stands: whoever is in charge of it, and the function it counts as. */
export const MovementRows = ({ movements, change }: RowsProps) => {
  const t = useWords();
  const countsAs = sharedValue(movements, (movement) => movement.countsAs);
  const kinds: string[] = ACTIVITY_TYPES.filter((type) => type !== 'phase');
  // A word of the planner's own, which a row of the matrix gave it.
  if (countsAs !== undefined && countsAs !== MIXED && !kinds.includes(countsAs)) kinds.push(countsAs);
  const known: readonly string[] = ACTIVITY_TYPES;
  return (
    <>
      <TextField
        label={t('activity.responsible')}
        value={sharedValue(movements, ({ responsible }) => responsible)}
        max={120}
        onCommit={(responsible) => change({ responsible })}
      />
      <ChoiceField
        label={t('logistics.countsAs')}
        value={countsAs}
        choices={kinds.map((value) => ({
          value,
          label: known.includes(value) ? wordFor(`plan.activityType.${value}`) : value,
        }))}
        onCommit={(value) => change({ countsAs: value })}
      />
    </>
  );
};
