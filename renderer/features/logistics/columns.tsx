import { useMemo } from 'react';
import { formatLatLon, formatMgrs } from '#shared/plan/location/coordinates.ts';
import type { Location } from '#shared/plan/location/schema.ts';
import { useTimeText } from '../../state/time.ts';
import { numberText } from '../../ui/numbers.ts';
import type { Column } from '../../ui/table/columns.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import type { LocationRow, MovementRow } from './rows.ts';

const sum = <R,>(rows: readonly R[], value: (row: R) => number): string =>
  numberText(rows.reduce((so, row) => so + value(row), 0));

type Words = ReturnType<typeof useWords>;
type TimeText = ReturnType<typeof useTimeText>;

/** Which movement it is, of whom, and how it goes. */
const wayColumns = (t: Words): readonly Column<MovementRow>[] => [
  { id: 'uln', header: t('logistics.uln'), value: ({ movement }) => movement.uln, width: 100 },
  { id: 'nation', header: t('logistics.nation'), value: ({ nation }) => nation, width: 96 },
  {
    id: 'direction',
    header: t('logistics.direction'),
    value: ({ movement }) => wordFor(`plan.direction.${movement.direction}`),
    width: 110,
  },
  { id: 'units', header: t('logistics.units'), value: ({ units }) => units, width: 170 },
  { id: 'modes', header: t('logistics.modes'), value: ({ modes }) => modes, width: 100 },
  { id: 'way', header: t('logistics.way'), value: ({ way }) => way, width: 210 },
];

const timeColumn = (
  id: string,
  header: string,
  at: (row: MovementRow) => number | undefined,
  time: TimeText,
): Column<MovementRow> => ({
  id,
  header,
  value: at,
  time: at,
  render: (row) => {
    const ms = at(row);
    return ms === undefined ? '' : time(ms);
  },
  width: 130,
});

const loadColumns = (t: Words): readonly Column<MovementRow>[] => [
  {
    id: 'pax',
    header: t('logistics.pax'),
    value: ({ movement }) => movement.pax,
    width: 70,
    align: 'right',
    total: (rows) => sum(rows, ({ movement }) => movement.pax),
  },
  {
    id: 'tonnes',
    header: t('logistics.tonnes'),
    value: ({ movement }) => movement.tonnes,
    width: 80,
    align: 'right',
    total: (rows) => sum(rows, ({ movement }) => movement.tonnes),
  },
  {
    id: 'priority',
    header: t('logistics.priority'),
    value: ({ movement }) => movement.priority,
    width: 84,
    align: 'right',
  },
  {
    id: 'state',
    header: t('logistics.state'),
    value: ({ movement }) => wordFor(`plan.movementState.${movement.state}`),
    width: 90,
  },
];

export const useMovementColumns = (): readonly Column<MovementRow>[] => {
  const t = useWords();
  const time = useTimeText();
  return useMemo(
    () => [
      ...wayColumns(t),
      timeColumn('depart', t('logistics.depart'), ({ span }) => span?.start, time),
      timeColumn('arrive', t('logistics.arrive'), ({ span }) => span?.end, time),
      { ...timeColumn('rdd', t('logistics.date.rdd'), ({ rdd }) => rdd, time), hidden: true },
      ...loadColumns(t),
    ],
    [t, time],
  );
};

const placed = ({ latitude, longitude }: Location): { latitude: number; longitude: number } | undefined =>
  latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };

const written = (location: Location, format: (at: { latitude: number; longitude: number }) => string): string => {
  const at = placed(location);
  return at === undefined ? '' : format(at);
};

const placeColumns = (t: Words): readonly Column<LocationRow>[] => [
  { id: 'name', header: t('logistics.name'), value: ({ location }) => location.name, width: 200 },
  { id: 'code', header: t('logistics.code'), value: ({ location }) => location.code, width: 80 },
  {
    id: 'type',
    header: t('logistics.type'),
    value: ({ location }) => wordFor(`plan.locationType.${location.type}`),
    width: 120,
  },
  { id: 'country', header: t('logistics.country'), value: ({ location }) => location.country, width: 80 },
  {
    id: 'latlon',
    header: t('logistics.coordinates'),
    value: ({ location }) => written(location, formatLatLon),
    width: 170,
  },
  { id: 'mgrs', header: t('logistics.mgrs'), value: ({ location }) => written(location, formatMgrs), width: 150 },
];

const numberColumn = (id: string, header: string, value: Column<LocationRow>['value']): Column<LocationRow> => ({
  id,
  header,
  value,
  width: 90,
  align: 'right',
});

export const useLocationColumns = (): readonly Column<LocationRow>[] => {
  const t = useWords();
  return useMemo(
    () => [
      ...placeColumns(t),
      numberColumn('pax', t('logistics.paxPerDay'), ({ location }) => location.paxPerDay),
      numberColumn('tonnes', t('logistics.tonnesPerDay'), ({ location }) => location.tonnesPerDay),
      numberColumn('beds', t('logistics.beds'), ({ location }) => location.beds),
      numberColumn('movements', t('logistics.movements'), ({ movements }) => movements),
      numberColumn('activities', t('logistics.activities'), ({ activities }) => activities),
    ],
    [t],
  );
};
