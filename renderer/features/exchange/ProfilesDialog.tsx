import { ActionIcon, Button, Checkbox, Group, Modal, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { createRecord, removeRecords, updateRecords } from '#shared/plan/commands.ts';
import { type Profile, RELEASABLE_KINDS, type ReleasableKind } from '#shared/plan/profile/schema.ts';
import { withholdableFields } from '#shared/plan/release/redact.ts';
import { useActor } from '../../state/actor.ts';
import { useRecords } from '../../state/records.ts';
import { FocusBack } from '../../ui/FocusBack.tsx';
import { useRecordChoices } from '../../ui/fields/recordChoices.ts';
import { perform, performWithUndo } from '../../ui/perform.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { usePartners } from './partners.ts';

type Changes = Partial<Pick<Profile, 'kinds' | 'withheldFields'>> & { readonly participants?: string[] | null };

/** Every field that can be left out, by kind; chosen, it names its kind too, for many kinds have a name or remarks. */
const fieldChoices = () =>
  RELEASABLE_KINDS.map((kind) => ({
    group: wordFor(`app.kind.${kind}`),
    items: [...withholdableFields(kind)].map((field) => ({
      value: `${kind} ${field}`,
      label: `${wordFor(`app.kind.${kind}`)} · ${wordFor(`plan.fields.${field}`)}`,
    })),
  })).filter(({ items }) => items.length > 0);

const parsed = (value: string): Profile['withheldFields'][number] | undefined => {
  const [kind = '', field = ''] = value.split(' ');
  const known = RELEASABLE_KINDS.find((name) => name === kind);
  return known === undefined ? undefined : { kind: known, field };
};

const Kinds = ({ profile, set }: { readonly profile: Profile; readonly set: (changes: Changes) => void }) => {
  const t = useWords();
  return (
    <Checkbox.Group
      label={t('release.kinds')}
      value={profile.kinds}
      onChange={(kinds) => set({ kinds: RELEASABLE_KINDS.filter((kind: ReleasableKind) => kinds.includes(kind)) })}
    >
      <Group gap="md" mt={4}>
        {RELEASABLE_KINDS.map((kind) => (
          <Checkbox key={kind} value={kind} label={wordFor(`app.kind.${kind}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
};

const ProfileEditor = ({ profile }: { readonly profile: Profile }) => {
  const t = useWords();
  const participants = useRecordChoices('participant');
  const fields = useMemo(() => fieldChoices(), []);
  const set = (changes: Changes): void => {
    perform((context) => updateRecords(context, 'profile', [profile.id], changes));
  };
  return (
    <Stack component="section" gap={8} className="exchange-partner" aria-label={profile.nation}>
      <Group justify="space-between">
        <Text fw={600}>{profile.nation}</Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('release.removeProfile', { nation: profile.nation })}
          onClick={() => performWithUndo((context) => removeRecords(context, 'profile', [profile.id]))}
        >
          <IconX size={15} />
        </ActionIcon>
      </Group>
      <Kinds profile={profile} set={set} />
      <MultiSelect
        label={t('release.fields')}
        data={fields}
        value={profile.withheldFields.map(({ kind, field }) => `${kind} ${field}`)}
        searchable
        nothingFoundMessage={t('ui.nothingFound')}
        onChange={(values) => set({ withheldFields: values.flatMap((value) => parsed(value) ?? []) })}
      />
      <MultiSelect
        label={t('release.participants')}
        data={[...participants]}
        value={profile.participants ?? []}
        placeholder={profile.participants === undefined ? t('release.allParticipants') : ''}
        searchable
        nothingFoundMessage={t('ui.nothingFound')}
        onChange={(ids) => set({ participants: ids.length === 0 ? null : ids })}
      />
    </Stack>
  );
};

/** The partner nations that have no profile yet. */
const AddProfile = ({ taken }: { readonly taken: readonly string[] }) => {
  const t = useWords();
  const partners = usePartners((state) => state.partners);
  const participants = useRecords('participant');
  const own = useActor((state) => state.nation);
  const [nation, setNation] = useState<string | null>(null);
  const codes = new Set([...partners.map((partner) => partner.nation), ...participants.map(({ code }) => code)]);
  const free = [...codes].filter((code) => code !== own && !taken.includes(code)).sort();
  const add = (): void => {
    if (nation === null) return;
    perform((context) =>
      createRecord(context, 'profile', { nation, kinds: [...RELEASABLE_KINDS], withheldFields: [] }),
    );
    setNation(null);
  };
  return (
    <Group align="flex-end">
      <Select
        label={t('release.addProfile')}
        data={free}
        value={nation}
        searchable
        nothingFoundMessage={t('ui.nothingFound')}
        onChange={setNation}
      />
      <Button variant="default" disabled={nation === null} onClick={add}>
        {t('label.add')}
      </Button>
    </Group>
  );
};

/** What each partner nation gets beyond what markings decide. */
export const ProfilesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords();
  const own = useActor((state) => state.nation);
  const profiles = useRecords('profile').filter(({ owner }) => owner === own);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('release.profilesTitle')}
      closeButtonProps={{ 'aria-label': t('label.close') }}
    >
      <FocusBack />
      <Stack>
        <Text c="dimmed">{t('release.profilesHint')}</Text>
        {profiles.length === 0 && <Text>{t('release.noProfiles')}</Text>}
        {profiles.map((profile) => (
          <ProfileEditor key={profile.id} profile={profile} />
        ))}
        <AddProfile taken={profiles.map(({ nation }) => nation)} />
      </Stack>
    </Modal>
  );
};
