import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { OwnIdentity } from '#shared/contract/exchange.ts';
import { ask } from '../../platform/bridge.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useExercise } from '../../state/records.ts';
import { IdentityForm } from '../../ui/IdentityForm.tsx';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { KeyChanges } from './KeyChanges.tsx';
import { useOwn, usePartners } from './partners.ts';

const CreateIdentity = () => {
  const t = useWords();
  const exercise = useExercise();
  return (
    <IdentityForm
      className="exchange-identity"
      name={t('exchange.you')}
      nation={exercise?.hostNation}
      onCreated={() => void usePartners.getState().refresh()}
    >
      <Text c="dimmed">{t('exchange.noIdentity')}</Text>
    </IdentityForm>
  );
};

const ShowIdentity = ({ own }: { readonly own: OwnIdentity }) => {
  const t = useWords();
  const exportCard = async (): Promise<void> => {
    const written = await ask('identity.exportCard', undefined);
    if (!written.ok) tellFailure(written.error);
    else if (written.value !== null) tellDone(t('exchange.cardWritten', { file: written.value.file }));
  };
  const printKey = async (): Promise<void> => {
    const printed = await ask('identity.printKey', { language: usePreferences.getState().language });
    if (!printed.ok) tellFailure(printed.error);
    else if (printed.value !== null) tellDone(t('trust.printed', { file: printed.value.file }));
  };
  return (
    <Stack gap="xs">
      <Text fw={600}>
        {own.nation} {own.name}
      </Text>
      <Text c="dimmed">{t('exchange.fingerprint')}</Text>
      <Fingerprint kid={own.kid} fingerprint={own.fingerprint} words={own.words} />
      <Text c="dimmed">{t('exchange.validUntil', { date: own.validUntil.slice(0, 10) })}</Text>
      <Group>
        <Button variant="default" onClick={() => void exportCard()}>
          {t('exchange.exportCard')}
        </Button>
        <Button variant="default" onClick={() => void printKey()}>
          {t('trust.printKey')}
        </Button>
      </Group>
      <KeyChanges rotated={own.rotated} />
    </Stack>
  );
};

/** Who we are to our partners. */
export const IdentityPanel = () => {
  const t = useWords();
  const own = useOwn();
  return (
    <section className="exchange-panel" aria-label={t('exchange.you')}>
      <Title order={3} size="h5">
        {t('exchange.you')}
      </Title>
      {own === null ? <CreateIdentity /> : <ShowIdentity own={own} />}
    </section>
  );
};
