import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { REVOCATION_REASONS, type RevocationReason } from '#shared/exchange/statement.ts';
import { ask } from '../../platform/bridge.ts';
import { loadActor } from '../../state/actor.ts';
import { FocusBack } from '../../ui/FocusBack.tsx';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { usePartners } from './partners.ts';

const refresh = async (): Promise<void> => {
  await loadActor();
  await usePartners.getState().refresh();
};

const rotate = async (): Promise<void> => {
  const done = await ask('identity.rotate', undefined);
  await refresh();
  if (!done.ok) return tellFailure(done.error);
  const { file } = done.value;
  tellDone(file === null ? wordFor('trust.rotatedOnly') : wordFor('trust.rotated', { file }));
};

const revoke = async (reason: RevocationReason): Promise<void> => {
  const done = await ask('identity.revoke', { reason });
  await refresh();
  if (!done.ok) tellFailure(done.error);
  else if (done.value !== null) tellDone(wordFor('trust.revoked', { file: done.value.file }));
};

interface DialogProps {
  readonly onClose: () => void;
}

const RotateDialog = ({ onClose }: DialogProps) => {
  const t = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('trust.rotateTitle')}
      closeButtonProps={{ 'aria-label': t('trust.cancel') }}
    >
      <FocusBack />
      <Stack>
        <Text>{t('trust.rotateText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('trust.cancel')}
          </Button>
          <Button
            onClick={() => {
              onClose();
              void rotate();
            }}
          >
            {t('trust.rotate')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

const RevokeDialog = ({ onClose }: DialogProps) => {
  const t = useWords();
  const [reason, setReason] = useState<RevocationReason>('lost');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('trust.revokeTitle')}
      closeButtonProps={{ 'aria-label': t('trust.cancel') }}
    >
      <FocusBack />
      <Stack>
        <Text>{t('trust.revokeText')}</Text>
        <Select
          label={t('trust.reason')}
          data={REVOCATION_REASONS.map((value) => ({
            value: value as string,
            label: wordFor(`trust.reasons.${value}`),
          }))}
          value={reason}
          allowDeselect={false}
          onChange={(value) => setReason(REVOCATION_REASONS.find((known) => known === value) ?? 'lost')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('trust.cancel')}
          </Button>
          <Button
            color="red"
            onClick={() => {
              onClose();
              void revoke(reason);
            }}
          >
            {t('trust.revoke')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

const saveStatement = async (): Promise<void> => {
  const done = await ask('identity.exportStatement', undefined);
  if (!done.ok) tellFailure(done.error);
  else if (done.value !== null) tellDone(wordFor('trust.rotated', { file: done.value.file }));
};

/** Renewing the own keys and taking them back: both say first what follows. */
export const KeyChanges = ({ rotated }: { readonly rotated: boolean }) => {
  const t = useWords();
  const [open, setOpen] = useState<'rotate' | 'revoke' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <Group gap="xs">
        <Button variant="subtle" onClick={() => setOpen('rotate')}>
          {t('trust.rotate')}
        </Button>
        <Button variant="subtle" color="red" onClick={() => setOpen('revoke')}>
          {t('trust.revoke')}
        </Button>
        {rotated && (
          <Button variant="subtle" onClick={() => void saveStatement()}>
            {t('trust.statementAgain')}
          </Button>
        )}
      </Group>
      {open === 'rotate' && <RotateDialog onClose={close} />}
      {open === 'revoke' && <RevokeDialog onClose={close} />}
    </>
  );
};
