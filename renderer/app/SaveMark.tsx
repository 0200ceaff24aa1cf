import { Button, Group, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { retrySaves, saveState, subscribeSaveState } from '../state/persistence.ts';
import { sentenceFor, useWords } from '../ui/words.ts';

/** Whether all is in the vault: "Saved 121405Z", "Saving", or what is wrong with a button to try again. */
export const SaveMark = () => {
  const t = useWords();
  const save = useSyncExternalStore(subscribeSaveState, saveState);
  if (save.state === 'saving') {
    return (
      <Text c="dimmed" className="save-mark" role="status">
        {t('app.saving')}
      </Text>
    );
  }
  if (save.state === 'saved') {
    return (
      <Text c="dimmed" className="save-mark figure" role="status">
        <IconCheck size={14} aria-hidden="true" />{' '}
        {t('app.saved', { at: formatDtg(startOfMinute(save.at)).slice(0, 7) })}
      </Text>
    );
  }
  return (
    <Group gap={6} wrap="nowrap" role="alert">
      <Tooltip label={sentenceFor(save.failure)} multiline w={340}>
        <Text c="var(--mantine-color-error)" className="save-mark" tabIndex={0}>
          <IconAlertTriangle size={14} aria-hidden="true" /> {t('app.notSaved')}
          <span className="visually-hidden">{sentenceFor(save.failure)}</span>
        </Text>
      </Tooltip>
      <Button variant="default" onClick={() => void retrySaves()}>
        {t('app.saveAgain')}
      </Button>
    </Group>
  );
};
