import { ActionIcon, Button, Group, Modal, Select, Stack, Table, TagsInput, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type EquivalenceRow, type Labelling, type Policy, policiesOf } from '#shared/label/policies.ts';
import { FocusBack } from '../../ui/FocusBack.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { listContent } from '../../ui/table/listTable.ts';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useWords } from '../../ui/words.ts';

interface PartProps {
  readonly labelling: Labelling;
  readonly set: (labelling: Labelling) => void;
}

/** Pixels in which a level can be read, with the button that clears it. */
const COLUMN = 316;

const NEW_COLOUR = '#5c636a';
/** From the lowest to the highest; a longer policy repeats the last. */
const COLOURS = ['#2b7a3d', '#1f5fa8', '#0b4a86', '#b3261e', '#b35900'];

const Cell = ({ policy, row, n, onPick }: CellProps) => {
  const t = useWords();
  return (
    <Select
      aria-label={`${t('label.row', { n })}: ${policy.id}`}
      size="xs"
      data={policy.levels.map(({ id }) => id)}
      value={row[policy.id] ?? null}
      placeholder={t('label.noEquivalent')}
      clearable
      clearButtonProps={{ 'aria-label': t('ui.clear', { field: policy.id }) }}
      onChange={onPick}
    />
  );
};

interface CellProps {
  readonly policy: Policy;
  readonly row: EquivalenceRow;
  readonly n: number;
  readonly onPick: (level: string | null) => void;
}

const Row = ({ policies, row, at, setRow }: RowProps) => {
  const t = useWords();
  return (
    <Table.Tr>
      {policies.map((policy) => (
        <Table.Td key={policy.id}>
          <Cell policy={policy} row={row} n={at + 1} onPick={(level) => setRow(at, { ...row, [policy.id]: level })} />
        </Table.Td>
      ))}
      <Table.Td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('label.removeRow', { n: at + 1 })}
          onClick={() => setRow(at, undefined)}
        >
          <IconX size={15} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
};

interface RowProps {
  readonly policies: readonly Policy[];
  readonly row: EquivalenceRow;
  readonly at: number;
  readonly setRow: (at: number, row: EquivalenceRow | undefined) => void;
}

/** Which levels are held to be equally high; an empty cell is a visible "no equivalent". */
const Equivalences = ({ labelling, set }: PartProps) => {
  const t = useWords();
  const policies = policiesOf(labelling);
  const { equivalences } = labelling;
  const setRow = (at: number, row: EquivalenceRow | undefined): void =>
    set({
      ...labelling,
      equivalences: equivalences.flatMap((old, n) => (n !== at ? [old] : row === undefined ? [] : [row])),
    });
  return (
    <section>
      <Group justify="space-between">
        <Text fw={600}>{t('label.table')}</Text>
        <TableMenu
          content={() =>
            listContent(
              t('label.table'),
              equivalences,
              policies.map(({ id }) => [id, 'text', (row) => row[id] ?? t('label.noEquivalent')] as const),
              [],
            )
          }
        />
      </Group>
      <Text c="dimmed">{t('label.tableHint')}</Text>
      <Table.ScrollContainer minWidth={policies.length * COLUMN}>
        <Table withTableBorder aria-label={t('label.table')}>
          <Table.Thead>
            <Table.Tr>
              {policies.map(({ id }) => (
                <Table.Th key={id}>{id}</Table.Th>
              ))}
              <Table.Th aria-hidden="true" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {equivalences.map((row, at) => (
              <Row key={`${at} ${JSON.stringify(row)}`} policies={policies} row={row} at={at} setRow={setRow} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Button
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => set({ ...labelling, equivalences: [...equivalences, {}] })}
      >
        {t('label.addRow')}
      </Button>
    </section>
  );
};

const PolicyEditor = ({ policy, others, onSet, onRemove }: PolicyEditorProps) => {
  const t = useWords();
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <TextField
        label={t('label.policyName')}
        value={policy.id}
        required
        max={40}
        check={(id) => (others.includes(id) ? t('label.policyTaken', { name: id }) : undefined)}
        onCommit={(id) => id !== undefined && onSet({ ...policy, id })}
      />
      <TagsInput
        label={t('label.levels')}
        description={t('label.levelsHint')}
        value={policy.levels.map(({ id }) => id)}
        maxTags={12}
        maxLength={40}
        style={{ flex: 1 }}
        onChange={(names) => {
          const levels = names.map((name, at) => ({
            id: name.slice(0, 40),
            colour: COLOURS[Math.min(at, COLOURS.length - 1)] ?? NEW_COLOUR,
          }));
          if (levels.length > 0) onSet({ ...policy, levels });
        }}
      />
      <TextField
        label={t('label.releaseWords')}
        value={policy.releaseWords}
        required
        max={40}
        onCommit={(releaseWords) => releaseWords !== undefined && onSet({ ...policy, releaseWords })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('label.removePolicy', { name: policy.id })}
        onClick={onRemove}
      >
        <IconX size={15} />
      </ActionIcon>
    </Group>
  );
};

interface PolicyEditorProps {
  readonly policy: Policy;
  /** The names of the other policies, which it cannot take. */
  readonly others: readonly string[];
  readonly onSet: (policy: Policy) => void;
  readonly onRemove: () => void;
}

/** The table's columns follow a policy's name and levels, so that renaming one breaks no row. */
const withPolicy = (labelling: Labelling, at: number, next: Policy): Labelling => {
  const before = labelling.policies[at];
  const levels = new Set(next.levels.map(({ id }) => id));
  const equivalences = labelling.equivalences.map((row) => {
    const { [before?.id ?? '']: old, ...rest } = row;
    return old === undefined ? row : { ...rest, [next.id]: old !== null && levels.has(old) ? old : null };
  });
  return { ...labelling, policies: labelling.policies.map((old, n) => (n === at ? next : old)), equivalences };
};

const without = (labelling: Labelling, at: number): Labelling => {
  const gone = labelling.policies[at]?.id ?? '';
  const equivalences = labelling.equivalences.map(({ [gone]: _level, ...rest }) => rest);
  return { ...labelling, policies: labelling.policies.filter((_, n) => n !== at), equivalences };
};

/** The first of such names that no policy has. */
const free = (labelling: Labelling, nameOf: (n: number) => string): string => {
  const taken = new Set(policiesOf(labelling).map(({ id }) => id));
  for (let n = 1; ; n += 1) if (!taken.has(nameOf(n))) return nameOf(n);
};

const Policies = ({ labelling, set }: PartProps) => {
  const t = useWords();
  const { policies } = labelling;
  const add = (): void =>
    set({
      ...labelling,
      policies: [
        ...policies,
        {
          id: free(labelling, (n) => t('label.newPolicy', { n })),
          levels: [{ id: t('label.lowest'), colour: COLOURS[0] ?? NEW_COLOUR }],
          releaseWords: 'REL TO',
        },
      ],
    });
  return (
    <section>
      <Text fw={600}>{t('label.policies')}</Text>
      <Stack gap="xs">
        {policies.map((policy, at) => (
          <PolicyEditor
            key={policy.id}
            policy={policy}
            others={policiesOf(labelling).flatMap(({ id }) => (id === policy.id ? [] : [id]))}
            onSet={(next) => set(withPolicy(labelling, at, next))}
            onRemove={() => set(without(labelling, at))}
          />
        ))}
      </Stack>
      <Button variant="subtle" leftSection={<IconPlus size={14} />} disabled={policies.length >= 10} onClick={add}>
        {t('label.addPolicy')}
      </Button>
    </section>
  );
};

interface LabellingDialogProps extends PartProps {
  readonly onClose: () => void;
}

/** The policies of the exercise and what their levels are worth in each other. */
export const LabellingDialog = ({ labelling, set, onClose }: LabellingDialogProps) => {
  const t = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(95vw, 1200px)"
      title={t('label.labelling')}
      closeButtonProps={{ 'aria-label': t('label.close') }}
    >
      <FocusBack />
      <Stack>
        <Equivalences labelling={labelling} set={set} />
        <Policies labelling={labelling} set={set} />
      </Stack>
    </Modal>
  );
};
