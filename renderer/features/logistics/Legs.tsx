import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { addLeg, editLeg, moveLeg, removeLeg } from '#shared/plan/movement/commands.ts';
import { type Leg, MOVEMENT_MODES, type Movement } from '#shared/plan/movement/schema.ts';
import { exerciseOf } from '#shared/plan/state.ts';
import { usePlan } from '../../state/plan.ts';
import { useTimeContext } from '../../state/time.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { useRecordChoices } from '../../ui/fields/recordChoices.ts';
import { perform, performWithUndo } from '../../ui/perform.ts';
import { TimeField } from '../../ui/time/TimeField.tsx';
import { useWords, wordFor } from '../../ui/words.ts';

interface LegProps {
  readonly movementId: string;
  readonly leg: Leg;
  readonly number: number;
  readonly last: boolean;
}

/** Earlier, later, delete. */
const LegButtons = ({ movementId, leg, number, last }: LegProps) => {
  const t = useWords();
  const move = (by: -1 | 1): void => {
    perform((known) => moveLeg(known, movementId, leg.id, by));
  };
  return (
    <Group gap={2}>
      <ActionIcon
        variant="subtle"
        disabled={number === 1}
        aria-label={t('logistics.legEarlier', { number })}
        onClick={() => move(-1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        disabled={last}
        aria-label={t('logistics.legLater', { number })}
        onClick={() => move(1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t('logistics.removeLeg', { number })}
        onClick={() => performWithUndo((known) => removeLeg(known, movementId, leg.id))}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
};

const LegFields = (props: LegProps) => {
  const { movementId, leg, number } = props;
  const t = useWords();
  const locations = useRecordChoices('location');
  const context = useTimeContext();
  const change = (changes: Parameters<typeof editLeg>[3]): void => {
    perform((known) => editLeg(known, movementId, leg.id, changes));
  };
  const modes = MOVEMENT_MODES.map((value) => ({ value, label: wordFor(`plan.mode.${value}`) }));
  return (
    <Stack gap={4} className="logistics-leg">
      <Group justify="space-between">
        <Text fw={600}>{t('logistics.leg', { number })}</Text>
        <LegButtons {...props} />
      </Group>
      <ChoiceField
        label={t('logistics.mode')}
        value={leg.mode}
        choices={modes}
        required
        onCommit={(mode) => mode !== undefined && change({ mode })}
      />
      <ChoiceField
        label={t('logistics.from')}
        value={leg.from}
        choices={locations}
        onCommit={(from) => change({ from })}
      />
      <ChoiceField label={t('logistics.to')} value={leg.to} choices={locations} onCommit={(to) => change({ to })} />
      <TimeField
        label={t('logistics.depart')}
        value={leg.depart}
        context={context}
        required
        onChange={(depart) => depart !== undefined && change({ depart })}
      />
      <TimeField
        label={t('logistics.arrive')}
        value={leg.arrive}
        context={context}
        required
        onChange={(arrive) => arrive !== undefined && change({ arrive })}
      />
    </Stack>
  );
};

/** The legs of a movement, in their order. */
export const Legs = ({ movement }: { readonly movement: Movement }) => {
  const t = useWords();
  const start = usePlan((state) => exerciseOf(state.plan)?.start);
  const add = (): void => {
    const last = movement.legs.at(-1);
    const at = last?.arrive ?? movement.ald ?? movement.rld ?? { at: start ?? '2027-01-01T00:00:00Z' };
    const from = last?.to ?? movement.poe ?? movement.origin;
    perform((context) =>
      addLeg(context, movement.id, { mode: 'ROAD', ...(from === undefined ? {} : { from }), depart: at, arrive: at }),
    );
  };
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('logistics.legs')}</Text>
      {movement.legs.map((leg, index) => (
        <LegFields
          key={leg.id}
          movementId={movement.id}
          leg={leg}
          number={index + 1}
          last={index === movement.legs.length - 1}
        />
      ))}
      <div>
        <Button variant="default" onClick={add}>
          {t('logistics.addLeg')}
        </Button>
      </div>
    </Stack>
  );
};
