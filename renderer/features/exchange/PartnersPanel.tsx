import { Badge, Button, Checkbox, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Partner, PartnerState } from '#shared/contract/exchange.ts';
import { partnersTable } from '#shared/interchange/table/exchange.ts';
import { ask } from '../../platform/bridge.ts';
import { listExercises } from '../../state/persistence.ts';
import { FocusBack } from '../../ui/FocusBack.tsx';
import { tellFailure } from '../../ui/perform.ts';
import type { TableContent } from '../../ui/table/saveTable.ts';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { importFile } from './actions.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { usePartnerList, usePartners } from './partners.ts';

const STATE_COLOUR: Readonly<Record<PartnerState, string>> = {
  verified: 'teal',
  unverified: 'yellow',
  revoked: 'gray',
  superseded: 'gray',
};

/** Revoking leaves the house: it is asked for once more, because it cannot be taken back. */
const RevokeDialog = ({
  partner,
  onClose,
  onRevoke,
}: {
  readonly partner: Partner;
  readonly onClose: () => void;
  readonly onRevoke: () => void;
}) => {
  const t = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('exchange.revokeTitle', { name: partner.name })}
      closeButtonProps={{ 'aria-label': t('exchange.cancel') }}
    >
      <FocusBack />
      <Stack>
        <Text>{t('exchange.revokeText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('exchange.cancel')}
          </Button>
          <Button color="red" onClick={onRevoke}>
            {t('exchange.revoke')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

const SCOPES = ['plans', 'countersign', 'release'] as const;

/** What this partner's signature is good for here. */
const ScopeFields = ({ partner: { kid, scope } }: { readonly partner: Partner }) => {
  const t = useWords();
  const set = async (chosen: readonly string[]): Promise<void> => {
    const [plans, countersign, release] = SCOPES.map((name) => chosen.includes(name));
    const next = { ...scope, plans: plans === true, countersign: countersign === true, release: release === true };
    const changed = await ask('partner.setScope', { kid, scope: next });
    if (!changed.ok) tellFailure(changed.error);
    await usePartners.getState().refresh();
  };
  return (
    <Checkbox.Group
      label={t('trust.scope')}
      value={SCOPES.filter((name) => scope[name])}
      onChange={(chosen) => void set(chosen)}
    >
      <Group gap="md">
        {SCOPES.map((name) => (
          <Checkbox key={name} size="xs" value={name} label={wordFor(`trust.scopes.${name}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
};

interface RowProps {
  readonly partner: Partner;
  readonly exercises: ReadonlyMap<string, string>;
}

const PartnerRow = ({ partner, exercises }: RowProps) => {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  const isLive = partner.state === 'unverified' || partner.state === 'verified';
  const set = async (state: Exclude<PartnerState, 'superseded'>): Promise<void> => {
    const changed = await ask('partner.setState', { kid: partner.kid, state });
    if (!changed.ok) tellFailure(changed.error);
    setAsking(false);
    await usePartners.getState().refresh();
  };
  return (
    <li className="exchange-partner">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}>
          {partner.nation} {partner.name}
        </Text>
        <Badge color={STATE_COLOUR[partner.state]} autoContrast variant="light" style={{ flex: 'none' }}>
          {wordFor(`exchange.state.${partner.state}`)}
        </Badge>
      </Group>
      <Text c="dimmed">{wordFor(`trust.explain.${partner.state}`)}</Text>
      {isLive && <Fingerprint kid={partner.kid} fingerprint={partner.fingerprint} words={partner.words} />}
      {partner.state === 'unverified' && <Text c="dimmed">{t('exchange.compare')}</Text>}
      {isLive && <ScopeFields partner={partner} />}
      {isLive && partner.scope.exercises !== undefined && (
        <Text c="dimmed">
          {t('trust.onlyIn', { exercises: partner.scope.exercises.map((id) => exercises.get(id) ?? id).join('; ') })}
        </Text>
      )}
      <Group gap="xs">
        {partner.state === 'unverified' && (
          <Button variant="light" onClick={() => void set('verified')}>
            {t('exchange.markVerified')}
          </Button>
        )}
        {isLive && (
          <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
            {t('exchange.revoke')}
          </Button>
        )}
      </Group>
      {asking && (
        <RevokeDialog partner={partner} onClose={() => setAsking(false)} onRevoke={() => void set('revoked')} />
      )}
    </li>
  );
};

/** The names of exercises, where a partner's key counts in some of them only. */
const useExerciseNames = (partners: readonly Partner[]): ReadonlyMap<string, string> => {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(NO_NAMES);
  const limited = partners.some(({ scope }) => scope.exercises !== undefined);
  useEffect(() => {
    if (!limited) return;
    void listExercises().then((listed) => {
      if (listed.ok) setNames(new Map(listed.value.map(({ id, name }) => [id, name])));
    });
  }, [limited]);
  return names;
};

const NO_NAMES: ReadonlyMap<string, string> = new Map();

const PartnersMenu = ({ partners, exercises }: ListProps) => {
  const content = (): TableContent => ({
    ...partnersTable(partners, wordFor, (id) => exercises.get(id)),
    ofExercises: true,
  });
  return <TableMenu content={content} />;
};

interface ListProps {
  readonly partners: readonly Partner[];
  readonly exercises: ReadonlyMap<string, string>;
}

/** Whom we exchange plans with, and how sure we are of their keys. */
export const PartnersPanel = () => {
  const t = useWords();
  const partners = usePartnerList();
  const exercises = useExerciseNames(partners);
  return (
    <section className="exchange-panel" aria-label={t('exchange.partners')}>
      <Group justify="space-between">
        <Title order={3} size="h5">
          {t('exchange.partners')}
        </Title>
        <Group gap="xs">
          {partners.length > 0 && <PartnersMenu partners={partners} exercises={exercises} />}
          <Button variant="default" onClick={() => void importFile()}>
            {t('exchange.importCard')}
          </Button>
        </Group>
      </Group>
      {partners.length === 0 && <Text c="dimmed">{t('exchange.noPartners')}</Text>}
      <ul className="exchange-partners">
        {partners.map((partner) => (
          <PartnerRow key={partner.kid} partner={partner} exercises={exercises} />
        ))}
      </ul>
    </section>
  );
};
