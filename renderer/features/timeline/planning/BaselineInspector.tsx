import { Stack, Text } from '@mantine/core';
import { sharedValue } from '../../../ui/fields/mixed.ts';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useEditing } from '../../../ui/useEditing.ts';
import { instantMs, useTimeText } from '../../../state/time.ts';
import { useWords } from '../../../ui/words.ts';

/** A baseline's name and remarks; what it holds is compared in the baselines of the timeline. */
export const BaselineInspector = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords();
  const time = useTimeText();
  const { records, set } = useEditing('baseline', ids);
  const [only] = records;
  if (only === undefined) return null;
  const { takenAt, owner, times } = only;
  return (
    <Stack gap={8}>
      <TextField
        label={t('planning.name')}
        value={sharedValue(records, ({ name }) => name)}
        required
        max={120}
        onCommit={(name) => name !== undefined && set({ name })}
      />
      {records.length === 1 && (
        <Text c="dimmed">{t('planning.taken', { at: time(instantMs(takenAt) ?? 0), owner, count: times.length })}</Text>
      )}
      <TextField
        label={t('planning.remarks')}
        value={sharedValue(records, ({ remarks }) => remarks)}
        multiline
        onCommit={(remarks) => set({ remarks })}
      />
    </Stack>
  );
};
