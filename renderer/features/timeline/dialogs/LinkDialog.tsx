import { Button, Group, List, Select, Text, TextInput } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import { useState } from 'react';
import { readLag } from '#shared/plan/dependency/commands.ts';
import { endOf } from '#shared/plan/dependency/ends.ts';
import { DEPENDENCY_TYPES, type Dependency } from '#shared/plan/dependency/schema.ts';
import { titleOf } from '#shared/plan/title.ts';
import { usePlan } from '../../../state/plan.ts';
import { sentenceFor, useWords, wordFor } from '../../../ui/words.ts';
import { chosen } from '../chosen.ts';
import { closeDialog } from '../dialogs.ts';
import { linkBars } from '../edits.ts';
import { DialogFrame } from './DialogFrame.tsx';

/** So many titles say what will be linked; more would not be read. */
const SHOWN = 6;

const Order = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  return (
    <div>
      <Text>{t('editing.linkDialog.order')}</Text>
      <List type="ordered" size="sm">
        {ids.slice(0, SHOWN).map((id) => {
          const end = endOf(plan, id);
          return <List.Item key={id}>{end === undefined ? '' : titleOf(end)}</List.Item>;
        })}
      </List>
      {ids.length > SHOWN && <Text c="dimmed">{t('editing.linkDialog.more', { count: ids.length - SHOWN })}</Text>}
    </div>
  );
};

/** Links the selected activities and movements in the order in which they were selected, with a type and a lag. */
export const LinkDialog = () => {
  const t = useWords();
  const [ids, setIds] = useState(() => chosen().map(({ id }) => id));
  const [type, setType] = useState<Dependency['type']>('FS');
  const [lag, setLag] = useState('');
  const read = readLag(lag);
  const apply = (): void => {
    if (!read.ok) return;
    const linked = linkBars(ids, { type, lagMinutes: read.value });
    if (linked.ok || linked.error.code === 'NOTHING_TO_CHANGE') closeDialog();
  };
  return (
    <DialogFrame
      title={t('editing.linkDialog.title')}
      apply={t('editing.linkDialog.apply')}
      disabled={!read.ok}
      onApply={apply}
    >
      <Order ids={ids} />
      <Button
        variant="default"
        leftSection={<IconArrowsSort size={14} />}
        style={{ alignSelf: 'start' }}
        onClick={() => setIds(ids.toReversed())}
      >
        {t('editing.linkDialog.reverse')}
      </Button>
      <Group align="start" wrap="nowrap">
        <Select
          label={t('editing.linkDialog.type')}
          flex={1}
          allowDeselect={false}
          data={DEPENDENCY_TYPES.map((value) => ({ value, label: wordFor(`editing.linkDialog.${value}`) }))}
          value={type}
          onChange={(value) => setType(DEPENDENCY_TYPES.find((each) => each === value) ?? 'FS')}
        />
        <TextInput
          label={t('editing.linkDialog.lag')}
          data-autofocus
          description={t('editing.linkDialog.lagHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          w={190}
          value={lag}
          error={read.ok ? undefined : sentenceFor(read.error)}
          onChange={(event) => setLag(event.currentTarget.value)}
        />
      </Group>
    </DialogFrame>
  );
};
