import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { addLink } from '#shared/plan/dependency/commands.ts';
import type { Dependency } from '#shared/plan/dependency/schema.ts';
import { useRecords } from '../../state/records.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { useRecordChoices } from '../fields/recordChoices.ts';
import { perform } from '../perform.ts';
import { useWords } from '../words.ts';
import { LinkRow } from './LinkRow.tsx';

/** What one end can still be linked with: activities and movements, but itself and what is linked already. */
const useOthers = (id: string, links: readonly Dependency[]) => {
  const activities = useRecordChoices('activity');
  const movements = useRecordChoices('movement');
  return useMemo(() => {
    const taken = new Set([id, ...links.flatMap(({ from, to }) => [from, to])]);
    return [...activities, ...movements].filter(({ value }) => !taken.has(value));
  }, [activities, movements, id, links]);
};

/** What an activity or movement waits for, and what waits for it; more of both can be added. */
export const LinkSection = ({ id }: { readonly id: string }) => {
  const t = useWords();
  const all = useRecords('dependency');
  const links = useMemo(() => all.filter(({ from, to }) => from === id || to === id), [all, id]);
  const others = useOthers(id, links);
  const before = links.filter(({ to }) => to === id);
  const after = links.filter(({ from }) => from === id);
  return (
    <Stack gap="xs">
      {before.length > 0 && <Text fw={600}>{t('activity.waitsFor')}</Text>}
      {before.map((link) => (
        <LinkRow key={link.id} link={link} otherId={link.from} />
      ))}
      <ChoiceField
        label={t('activity.addPredecessor')}
        value={undefined}
        choices={others}
        onCommit={(from) => from !== undefined && perform((context) => addLink(context, from, id))}
      />
      {after.length > 0 && <Text fw={600}>{t('activity.before')}</Text>}
      {after.map((link) => (
        <LinkRow key={link.id} link={link} otherId={link.to} />
      ))}
      <ChoiceField
        label={t('activity.addSuccessor')}
        value={undefined}
        choices={others}
        onCommit={(to) => to !== undefined && perform((context) => addLink(context, id, to))}
      />
    </Stack>
  );
};
