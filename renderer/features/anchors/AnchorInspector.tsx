import { Button, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { setAnchor } from '#shared/plan/anchor/commands.ts';
import { dependentsOf } from '#shared/plan/anchor/dependents.ts';
import { removeRecords } from '#shared/plan/commands.ts';
import type { When } from '#shared/time/when.ts';
import { usePlan } from '../../state/plan.ts';
import { useTimeContext } from '../../state/time.ts';
import { select } from '../../state/view.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { sharedValue } from '../../ui/fields/mixed.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { perform, performWithUndo, tellDone } from '../../ui/perform.ts';
import { TimeField } from '../../ui/time/TimeField.tsx';
import { useEditing } from '../../ui/useEditing.ts';
import { useWords, wordFor } from '../../ui/words.ts';

const CODE = /^[A-Z][A-Z0-9]{0,11}$/;

/** What hangs on an anchor, in words: `12 activities, 3 movements`. */
const useDependents = (id: string): string => {
  const plan = usePlan((state) => state.plan);
  const counts = useMemo(() => dependentsOf(plan, id), [plan, id]);
  return [...counts].map(([kind, count]) => wordFor(`app.kinds.${kind}`, { count })).join(', ');
};

const Single = ({ id }: { readonly id: string }) => {
  const t = useWords();
  const context = useTimeContext();
  const { records, set } = useEditing('anchor', [id]);
  const dependents = useDependents(id);
  const [anchor] = records;
  if (anchor === undefined) return null;
  const move = (at: When | undefined): void => {
    if (at === undefined) return;
    const moved = perform((command) => setAnchor(command, id, at));
    if (moved.ok && dependents !== '') tellDone(t('overview.anchor.moved', { code: anchor.code, what: dependents }));
  };
  return (
    <>
      <TextField
        label={t('overview.anchor.code')}
        value={anchor.code}
        required
        max={12}
        check={(text) => (CODE.test(text.toUpperCase()) ? undefined : t('overview.anchor.codeForm'))}
        onCommit={(code) => code !== undefined && set({ code: code.toUpperCase() })}
      />
      <TextField label={t('overview.anchor.name')} value={anchor.name} max={120} onCommit={(name) => set({ name })} />
      <TimeField label={t('overview.anchor.at')} value={anchor.at} context={context} required onChange={move} />
      <Text c="dimmed">
        {dependents === '' ? t('overview.anchor.movesNothing') : `${t('overview.anchor.moves')} ${dependents}`}
      </Text>
    </>
  );
};

/** An anchor: its code, what its numbers count, where it stands, and what moves with it. */
export const AnchorInspector = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords();
  const { records, set } = useEditing('anchor', ids);
  const [first] = records;
  if (first === undefined) return null;
  const remove = (): void => {
    if (performWithUndo((context) => removeRecords(context, 'anchor', ids)).ok) select('anchor', []);
  };
  return (
    <Stack gap={8}>
      {records.length === 1 && <Single key={first.id} id={first.id} />}
      <ChoiceField
        label={t('overview.anchor.counts')}
        value={sharedValue(records, ({ counts }) => counts)}
        choices={[
          { value: 'day', label: t('overview.anchor.day') },
          { value: 'hour', label: t('overview.anchor.hour') },
        ]}
        required
        onCommit={(counts) => counts !== undefined && set({ counts })}
      />
      <Button variant="default" w="fit-content" mt={8} leftSection={<IconTrash size={14} />} onClick={remove}>
        {t('overview.anchor.delete')}
      </Button>
    </Stack>
  );
};
