import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconArrowRight, IconCopy, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ExerciseSummary } from '#shared/contract/vault.ts';
import { useWords } from '../../ui/words.ts';
import { archiveWithUndo, deleteWithUndo, duplicateAll, restoreAll } from './tasks.ts';

interface ActionsProps {
  readonly selected: readonly ExerciseSummary[];
  readonly onOpen: (id: string) => void;
}

const Act = ({ label, icon, act }: { readonly label: string; readonly icon: ReactNode; readonly act: () => void }) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color="gray" size="md" aria-label={label} onClick={act}>
      {icon}
    </ActionIcon>
  </Tooltip>
);

/** What can be done with the selected exercises. */
export const ExerciseActions = ({ selected, onOpen }: ActionsProps) => {
  const t = useWords();
  const [first] = selected;
  if (first === undefined) return null;
  const archived = selected.every((summary) => summary.archived);
  return (
    <Group gap={2} wrap="nowrap">
      {selected.length === 1 && (
        <Act label={t('exercises.open')} icon={<IconArrowRight size={16} />} act={() => onOpen(first.id)} />
      )}
      <Act label={t('exercises.duplicate')} icon={<IconCopy size={16} />} act={() => void duplicateAll(selected)} />
      {archived ? (
        <Act label={t('exercises.restore')} icon={<IconArchiveOff size={16} />} act={() => void restoreAll(selected)} />
      ) : (
        <Act
          label={t('exercises.archive')}
          icon={<IconArchive size={16} />}
          act={() => void archiveWithUndo(selected)}
        />
      )}
      <Act label={t('exercises.delete')} icon={<IconTrash size={16} />} act={() => void deleteWithUndo(selected)} />
    </Group>
  );
};
