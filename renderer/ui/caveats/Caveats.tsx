import { ActionIcon, Button, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { v7 as uuid } from 'uuid';
import type { Caveat } from '#shared/plan/caveat/schema.ts';
import type { RetainedCaveats } from '#shared/plan/retained.ts';
import { stampMs } from '#shared/time/clock.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { useTimeText } from '../../state/time.ts';
import { useCountryChoices } from '../countries.ts';
import { ChoicesField } from '../fields/ChoicesField.tsx';
import { useRecordChoices } from '../fields/recordChoices.ts';
import { useTaskChoices } from '../fields/taskChoices.ts';
import { TextField } from '../fields/TextField.tsx';
import { useWords } from '../words.ts';
import './caveats.css';

interface CaveatsProps {
  readonly caveats: readonly Caveat[] | undefined;
  /** Those of them that the plan retains, and from where. */
  readonly retained?: RetainedCaveats | undefined;
  /** Caveats from above that bind too, and whose they are: shown, not edited here. */
  readonly inherited?: readonly { readonly caveat: Caveat; readonly from: string }[];
  readonly onChange: (caveats: Caveat[] | undefined) => void;
}

const CLOCK = /^(?:[01]\d|2[0-3])[0-5]\d$/;

/** An emptied field is left out of the caveat rather than kept empty. */
const withField = (caveat: Caveat, field: keyof Caveat, value: Caveat[keyof Caveat] | undefined): Caveat => {
  const { [field]: _old, ...rest } = caveat;
  return (value === undefined ? rest : { ...rest, [field]: value }) as Caveat;
};

interface CardProps {
  readonly caveat: Caveat;
  /** Why it stands here although the record's owner does not say it. */
  readonly note?: string | undefined;
  readonly onChange: (caveat: Caveat) => void;
  readonly onRemove: () => void;
}

const Limits = ({ caveat, onChange }: Omit<CardProps, 'onRemove'>) => {
  const t = useWords();
  const check = (text: string): string | undefined =>
    text === '' || CLOCK.test(text) ? undefined : t('caveats.clockWrong');
  return (
    <>
      <ChoicesField
        label={t('caveats.areas')}
        value={caveat.areas}
        choices={useRecordChoices('location')}
        onCommit={(areas) => onChange({ ...caveat, areas })}
      />
      <ChoicesField
        label={t('caveats.countries')}
        value={caveat.countries}
        choices={useCountryChoices()}
        onCommit={(countries) => onChange({ ...caveat, countries })}
      />
      <ChoicesField
        label={t('caveats.tasks')}
        value={caveat.tasks}
        choices={useTaskChoices()}
        onCommit={(tasks) => onChange({ ...caveat, tasks })}
      />
      <SimpleGrid cols={2} spacing={6} verticalSpacing={4}>
        {(['from', 'until'] as const).map((field) => (
          <TextField
            key={field}
            label={field === 'from' ? t('caveats.from') : t('caveats.until')}
            value={caveat[field]}
            max={4}
            check={check}
            onCommit={(value) => onChange(withField(caveat, field, value))}
          />
        ))}
      </SimpleGrid>
    </>
  );
};

const Card = ({ caveat, note, onChange, onRemove }: CardProps) => {
  const t = useWords();
  return (
    <div className="caveat">
      <Group gap={4} align="flex-end" wrap="nowrap">
        <div className="caveat-text">
          <TextField
            label={t('caveats.text')}
            value={caveat.text}
            multiline
            required
            max={1000}
            onCommit={(text) => text !== undefined && onChange({ ...caveat, text })}
          />
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('caveats.remove', { text: caveat.text })}
          onClick={onRemove}
        >
          <IconX size={15} />
        </ActionIcon>
      </Group>
      {note !== undefined && (
        <Text c="dimmed" my={4}>
          {note}
        </Text>
      )}
      <Limits caveat={caveat} onChange={onChange} />
      <Checkbox
        label={t('caveats.needsApproval')}
        checked={caveat.needsApproval}
        mt={6}
        onChange={(event) =>
          onChange(withField({ ...caveat, needsApproval: event.currentTarget.checked }, 'approved', undefined))
        }
      />
      {caveat.needsApproval && (
        <Checkbox
          label={t('caveats.approved')}
          checked={caveat.approved === true}
          mt={6}
          ml={24}
          onChange={(event) => onChange(withField(caveat, 'approved', event.currentTarget.checked ? true : undefined))}
        />
      )}
    </div>
  );
};

/** Of a caveat that the plan retains: whose it was, since when it is kept where that is known, and what ends it. */
const useNotes = (retained: RetainedCaveats | undefined): ((caveat: Caveat) => string | undefined) => {
  const t = useWords();
  const timeText = useTimeText();
  return ({ id }) => {
    if (retained?.caveats.some((each) => each.id === id) !== true) return undefined;
    const { from, since } = retained;
    const stamp = since?.[id];
    const when = stamp === undefined ? undefined : timeText(startOfMinute(stampMs(stamp)));
    return from
      .map(({ nation, title: record }) =>
        when === undefined
          ? t('caveats.retained', { nation, record })
          : t('caveats.retainedSince', { nation, record, when }),
      )
      .join(' ');
  };
};

/** What a nation does not let its units do, of one participant or unit. */
export const Caveats = ({ caveats = [], retained, inherited = [], onChange }: CaveatsProps) => {
  const t = useWords();
  const noteOf = useNotes(retained);
  const change = (next: readonly Caveat[]): void => onChange(next.length === 0 ? undefined : [...next]);
  const add = (): void =>
    change([
      ...caveats,
      { id: uuid(), text: t('caveats.newText'), areas: [], countries: [], tasks: [], needsApproval: false },
    ]);
  return (
    <section className="caveats" aria-label={t('caveats.title')}>
      <Group justify="space-between" mb={4}>
        <Text fw={600}>{t('caveats.title')}</Text>
        <Button variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('caveats.add')}
        </Button>
      </Group>
      <Stack gap="xs">
        {inherited.map(({ caveat, from }) => (
          <div key={caveat.id} className="caveat">
            <Text>{caveat.text}</Text>
            <Text c="dimmed">{t('caveats.inherited', { from })}</Text>
          </div>
        ))}
        {caveats.map((caveat) => (
          <Card
            key={caveat.id}
            caveat={caveat}
            note={noteOf(caveat)}
            onChange={(next) => change(caveats.map((other) => (other.id === next.id ? next : other)))}
            onRemove={() => change(caveats.filter(({ id }) => id !== caveat.id))}
          />
        ))}
        {caveats.length > 0 && <Text c="dimmed">{t('caveats.hint')}</Text>}
      </Stack>
    </section>
  );
};
