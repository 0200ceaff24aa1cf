import { Checkbox, Group, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { updateRecords } from '#shared/plan/commands.ts';
import { LOCATION_TYPES, type Location } from '#shared/plan/location/schema.ts';
import { type PlanState, live } from '#shared/plan/state.ts';
import { usePlan } from '../../state/plan.ts';
import { useRecordMap } from '../../state/records.ts';
import { useResolveTime } from '../../state/time.ts';
import { CoordinatesField } from '../../ui/fields/CoordinatesField.tsx';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { MIXED, sharedValue } from '../../ui/fields/mixed.ts';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { perform } from '../../ui/perform.ts';
import { listContent } from '../../ui/table/listTable.ts';
import type { TableContent } from '../../ui/table/saveTable.ts';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { loadsAt } from './rows.ts';
import './logistics.css';

type Changes = { readonly [K in keyof Location]?: Location[K] | undefined };

/** Marked by the place and by every movement, for each may be among those that arrive. */
const loadsContent = (plan: PlanState, { id, name }: Location, loads: ReturnType<typeof loadsAt>): TableContent =>
  listContent(
    `${wordFor('logistics.loads')}: ${name}`,
    loads,
    [
      [wordFor('logistics.day'), 'text', ({ day }) => day],
      [wordFor('logistics.pax'), 'number', ({ pax }) => pax],
      [wordFor('logistics.tonnes'), 'number', ({ tonnes }) => Math.round(tonnes)],
    ],
    [id, ...live(plan, 'movement').map((movement) => movement.id)],
  );

/** What arrives day by day against what the place can take: bars for the eye, numbers for everybody. */
const Loads = ({ location }: { readonly location: Location }) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const resolve = useResolveTime();
  const loads = useMemo(() => loadsAt(plan, resolve, location.id), [plan, resolve, location.id]);
  if (loads.length === 0) return null;
  const most = Math.max(location.paxPerDay ?? 0, ...loads.map(({ pax }) => pax), 1);
  const over = (value: number, limit: number | undefined): string =>
    limit !== undefined && value > limit ? 'is-over' : '';
  return (
    <table className="logistics-loads">
      <caption>
        <Group justify="space-between">
          {t('logistics.loads')}
          <TableMenu content={() => loadsContent(plan, location, loads)} />
        </Group>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('logistics.day')}</th>
          <th scope="col">{t('logistics.pax')}</th>
          <th scope="col">{t('logistics.tonnes')}</th>
        </tr>
      </thead>
      <tbody>
        {loads.map(({ day, pax, tonnes }) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            <td className={over(pax, location.paxPerDay)}>
              <i style={{ width: `${(pax / most) * 100}%` }} />
              <span>{pax}</span>
            </td>
            <td className={over(tonnes, location.tonnesPerDay)}>
              <span>{Math.round(tonnes)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Coordinates = ({
  location,
  change,
}: {
  readonly location: Location;
  readonly change: (changes: Changes) => void;
}) => {
  const t = useWords();
  const { latitude, longitude } = location;
  const at = latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
  return (
    <CoordinatesField
      label={t('logistics.coordinates')}
      value={at}
      onCommit={(next) => change(next ?? { latitude: undefined, longitude: undefined })}
    />
  );
};

interface PartProps {
  readonly locations: readonly Location[];
  readonly change: (changes: Changes) => void;
}

const Identification = ({ locations, change }: PartProps) => {
  const t = useWords();
  const types = LOCATION_TYPES.map((value) => ({ value, label: wordFor(`plan.locationType.${value}`) }));
  const country = (text: string): string | undefined =>
    text === '' || /^[A-Z]{3}$/.test(text) ? undefined : t('logistics.countryWrong');
  return (
    <>
      <TextField
        label={t('logistics.name')}
        value={sharedValue(locations, ({ name }) => name)}
        required
        max={160}
        onCommit={(name) => name !== undefined && change({ name })}
      />
      <TextField
        label={t('logistics.code')}
        value={sharedValue(locations, ({ code }) => code)}
        max={20}
        onCommit={(code) => change({ code })}
      />
      <ChoiceField
        label={t('logistics.type')}
        value={sharedValue(locations, ({ type }) => type)}
        choices={types}
        required
        onCommit={(type) => type !== undefined && change({ type })}
      />
      <TextField
        label={t('logistics.country')}
        value={sharedValue(locations, (location) => location.country)}
        max={3}
        check={country}
        onCommit={(value) => change({ country: value })}
      />
    </>
  );
};

const CAPACITIES = ['paxPerDay', 'tonnesPerDay', 'beds'] as const;

const Capacities = ({ locations, change }: PartProps) =>
  CAPACITIES.map((field) => (
    <NumberField
      key={field}
      label={wordFor(`logistics.${field}`)}
      value={sharedValue(locations, (location) => location[field])}
      whole
      onCommit={(value) => change({ [field]: value })}
    />
  ));

/** All fields of a place, or what several have in common. */
export const LocationInspector = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords();
  const map = useRecordMap('location');
  const locations = ids.flatMap((id) => map.get(id) ?? []);
  const [only] = locations;
  if (only === undefined) return null;
  const change = (changes: Changes): void => {
    perform((context) => updateRecords(context, 'location', ids, changes));
  };
  return (
    <Stack gap="xs">
      <Identification locations={locations} change={change} />
      {locations.length === 1 && <Coordinates location={only} change={change} />}
      <Capacities locations={locations} change={change} />
      <Checkbox
        label={t('logistics.exclusive')}
        checked={sharedValue(locations, ({ exclusive }) => exclusive) === true}
        indeterminate={sharedValue(locations, ({ exclusive }) => exclusive) === MIXED}
        onChange={(event) => change({ exclusive: event.currentTarget.checked ? true : undefined })}
      />
      <TextField
        label={t('logistics.remarks')}
        value={sharedValue(locations, ({ remarks }) => remarks)}
        multiline
        onCommit={(remarks) => change({ remarks })}
      />
      {locations.length === 1 && <Loads location={only} />}
    </Stack>
  );
};
