import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { CosignerRole } from '#shared/exchange/request.ts';
import { LateSelect } from '../../ui/fields/LateSelect.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { usePartnerList } from './partners.ts';

export interface Cosigner {
  readonly kid: string;
  readonly role: CosignerRole;
}

interface CosignFieldsProps {
  readonly value: readonly Cosigner[];
  readonly onChange: (value: readonly Cosigner[]) => void;
}

const ROLES: readonly CosignerRole[] = ['release-officer', 'countersigner'];

const Chosen = ({ value, onChange }: CosignFieldsProps) => {
  const t = useWords();
  const partners = usePartnerList();
  return (
    <ul className="exchange-partners">
      {value.map(({ kid, role }) => {
        const partner = partners.find((one) => one.kid === kid);
        const name = `${partner?.nation ?? ''} ${partner?.name ?? kid}`;
        return (
          <li key={kid}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Text>
                {name} ({wordFor(`cosign.role.${role}`)})
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('ui.clear', { field: name })}
                onClick={() => onChange(value.filter((one) => one.kid !== kid))}
              >
                <IconX size={14} />
              </ActionIcon>
            </Group>
          </li>
        );
      })}
    </ul>
  );
};

/** Who else is to sign before the bundle is one. */
export const CosignFields = ({ value, onChange }: CosignFieldsProps) => {
  const t = useWords();
  const partners = usePartnerList();
  const [kid, setKid] = useState<string | null>(null);
  const [role, setRole] = useState<CosignerRole>('release-officer');
  const free = partners.filter(
    (partner) =>
      (partner.state === 'verified' || partner.state === 'unverified') &&
      value.every((chosen) => chosen.kid !== partner.kid),
  );
  const add = (): void => {
    if (kid === null) return;
    onChange([...value, { kid, role }]);
    setKid(null);
  };
  if (partners.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text fw={600} size="sm">
        {t('cosign.cosigners')}
      </Text>
      <Text c="dimmed" size="xs">
        {t('cosign.cosignersHint')}
      </Text>
      <LateSelect
        aria-label={t('cosign.cosigners')}
        data={free.map((partner) => ({ value: partner.kid, label: `${partner.nation} ${partner.name}` }))}
        value={kid}
        placeholder={t('cosign.choose')}
        onChange={setKid}
      />
      <Group gap="xs" wrap="nowrap">
        <LateSelect
          aria-label={t('cosign.signsAs')}
          data={ROLES.map((name) => ({ value: name as string, label: wordFor(`cosign.role.${name}`) }))}
          value={role}
          allowDeselect={false}
          style={{ flex: 1 }}
          onChange={(name) => setRole(ROLES.find((known) => known === name) ?? 'release-officer')}
        />
        <Button variant="default" disabled={kid === null || value.length >= 7} onClick={add}>
          {t('cosign.add')}
        </Button>
      </Group>
      <Chosen value={value} onChange={onChange} />
    </Stack>
  );
};
