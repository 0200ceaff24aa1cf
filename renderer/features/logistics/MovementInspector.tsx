import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { updateRecords } from '#shared/plan/commands.ts';
import { MOVEMENT_DATES, MOVEMENT_DIRECTIONS, MOVEMENT_STATES, type Movement } from '#shared/plan/movement/schema.ts';
import { strengthOf } from '#shared/plan/movement/totals.ts';
import { dateFaults } from '#shared/plan/checks/movementDates.ts';
import { timeResolver } from '#shared/plan/times.ts';
import { usePlan } from '../../state/plan.ts';
import { useRecordMap } from '../../state/records.ts';
import { useTimeContext } from '../../state/time.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { ChoicesField } from '../../ui/fields/ChoicesField.tsx';
import { sharedValue } from '../../ui/fields/mixed.ts';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { useRecordChoices } from '../../ui/fields/recordChoices.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { LinkSection } from '../../ui/links/LinkSection.tsx';
import { PlanningSection } from '../../ui/planning/PlanningSection.tsx';
import { perform } from '../../ui/perform.ts';
import { TimeField } from '../../ui/time/TimeField.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { Legs } from './Legs.tsx';
import { MovementRows } from './MovementRows.tsx';

type Changes = { readonly [K in keyof Movement]?: Movement[K] | undefined };

interface PartProps {
  readonly movements: readonly Movement[];
  readonly change: (changes: Changes) => void;
}

const PLACES = ['origin', 'poe', 'pod', 'destination'] as const;

const Identification = ({ movements, change }: PartProps) => {
  const t = useWords();
  const directions = MOVEMENT_DIRECTIONS.map((value) => ({ value, label: wordFor(`plan.direction.${value}`) }));
  const states = MOVEMENT_STATES.map((value) => ({ value, label: wordFor(`plan.movementState.${value}`) }));
  return (
    <>
      {movements.length === 1 && (
        <TextField
          label={t('logistics.uln')}
          value={movements[0]?.uln}
          required
          max={40}
          onCommit={(uln) => uln !== undefined && change({ uln })}
        />
      )}
      <TextField
        label={t('logistics.name')}
        value={sharedValue(movements, ({ name }) => name)}
        max={160}
        onCommit={(name) => change({ name })}
      />
      <ChoiceField
        label={t('logistics.nation')}
        value={sharedValue(movements, ({ participant }) => participant)}
        choices={useRecordChoices('participant')}
        required
        onCommit={(participant) => participant !== undefined && change({ participant })}
      />
      <ChoicesField
        label={t('logistics.units')}
        value={sharedValue(movements, ({ units }) => units)}
        choices={useRecordChoices('unit')}
        onCommit={(units) => change({ units })}
      />
      <ChoiceField
        label={t('logistics.direction')}
        value={sharedValue(movements, ({ direction }) => direction)}
        choices={directions}
        required
        onCommit={(direction) => direction !== undefined && change({ direction })}
      />
      <ChoiceField
        label={t('logistics.state')}
        value={sharedValue(movements, ({ state }) => state)}
        choices={states}
        required
        onCommit={(state) => state !== undefined && change({ state })}
      />
    </>
  );
};

const Places = ({ movements, change }: PartProps) => {
  const locations = useRecordChoices('location');
  return PLACES.map((place) => (
    <ChoiceField
      key={place}
      label={wordFor(`logistics.place.${place}`)}
      value={sharedValue(movements, (movement) => movement[place])}
      choices={locations}
      onCommit={(id) => change({ [place]: id })}
    />
  ));
};

/** The dates in the order in which they must follow each other; what is out of order is said right here. */
const Dates = ({ movements, change }: PartProps) => {
  const plan = usePlan((state) => state.plan);
  const context = useTimeContext();
  const resolve = timeResolver(plan);
  const problems = movements.flatMap((movement) => dateFaults(movement, resolve));
  return (
    <>
      {[...MOVEMENT_DATES, 'crd' as const].map((field) => (
        <TimeField
          key={field}
          label={wordFor(`logistics.date.${field}`)}
          value={sharedValue(movements, (movement) => movement[field])}
          context={context}
          onChange={(when) => change({ [field]: when })}
        />
      ))}
      {problems.map(({ code, params }) => (
        <Text key={`${code} ${params['later'] ?? ''}`} c="var(--mantine-color-error)" role="alert">
          {wordFor(`checks.${code.replace('-', '_')}`, params)}
        </Text>
      ))}
    </>
  );
};

const Quantities = ({ movements, change }: PartProps) => {
  const t = useWords();
  const fromUnits = (): void => {
    const ids = movements.flatMap(({ units }) => units);
    change({ pax: strengthOf(usePlan.getState().plan, ids).personnel });
  };
  const number = (field: 'tonnes' | 'lengthM' | 'areaM2' | 'volumeM3', label: string, unit: string) => (
    <NumberField
      label={label}
      unit={unit}
      value={sharedValue(movements, (movement) => movement[field])}
      required={field === 'tonnes'}
      onCommit={(value) => change({ [field]: value })}
    />
  );
  return (
    <>
      <NumberField
        label={t('logistics.pax')}
        value={sharedValue(movements, ({ pax }) => pax)}
        whole
        required
        max={1_000_000}
        onCommit={(pax) => pax !== undefined && change({ pax })}
      />
      <div>
        <Button variant="subtle" onClick={fromUnits}>
          {t('logistics.fromUnits')}
        </Button>
      </div>
      {number('tonnes', t('logistics.tonnes'), 't')}
      {number('lengthM', t('logistics.lengthM'), 'm')}
      {number('areaM2', t('logistics.areaM2'), 'm²')}
      {number('volumeM3', t('logistics.volumeM3'), 'm³')}
      <Checkbox
        label={t('logistics.dangerousGoods')}
        checked={sharedValue(movements, ({ dangerousGoods }) => dangerousGoods) === true}
        indeterminate={new Set(movements.map(({ dangerousGoods }) => dangerousGoods)).size > 1}
        onChange={(event) => change({ dangerousGoods: event.currentTarget.checked })}
      />
      <NumberField
        label={t('logistics.priority')}
        value={sharedValue(movements, ({ priority }) => priority)}
        whole
        required
        min={1}
        max={999}
        onCommit={(priority) => priority !== undefined && change({ priority })}
      />
      <TextField
        label={t('logistics.provider')}
        value={sharedValue(movements, ({ provider }) => provider)}
        max={120}
        onCommit={(provider) => change({ provider })}
      />
    </>
  );
};

/** All fields of a movement, or what several have in common. */
export const MovementInspector = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords();
  const map = useRecordMap('movement');
  const movements = ids.flatMap((id) => map.get(id) ?? []);
  const [only] = movements;
  if (only === undefined) return null;
  const change = (changes: Changes): void => {
    perform((context) => updateRecords(context, 'movement', ids, changes));
  };
  const part = { movements, change };
  return (
    <Stack gap="xs">
      <Identification {...part} />
      <Places {...part} />
      {movements.length === 1 && <Legs movement={only} />}
      {movements.length === 1 && <PlanningSection kind="movement" id={only.id} />}
      {movements.length === 1 && <LinkSection id={only.id} />}
      <Text fw={600}>{t('logistics.dates')}</Text>
      <Dates {...part} />
      <Text fw={600}>{t('logistics.quantities')}</Text>
      <Quantities {...part} />
      <MovementRows {...part} />
      <TextField
        label={t('logistics.remarks')}
        value={sharedValue(movements, ({ remarks }) => remarks)}
        multiline
        onCommit={(remarks) => change({ remarks })}
      />
    </Stack>
  );
};
