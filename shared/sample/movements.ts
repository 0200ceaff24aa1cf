import type { CommandContext, NewRecord } from '../plan/command.ts';
import { newRecord } from '../plan/command.ts';
import type { ContentOf } from '../plan/records.ts';
import { dayOf, type SampleIds } from './ids.ts';

type Context = Pick<CommandContext, 'actor' | 'newId'>;
type Unit = NewRecord<'unit'>;
type Mode = 'AIR' | 'SEA' | 'ROAD' | 'SELF';

/** Who moves how: each contributing nation's ports at home and in the host nation. Days are counted from C-day. */
interface SampleRoute {
  readonly nation: string;
  readonly seaFrom: string;
  readonly seaTo: string;
  readonly airFrom: string;
  readonly airTo: string;
  readonly destination: string;
  /** Days at sea. */
  readonly seaDays: number;
}

const route = (
  nation: string,
  seaFrom: string,
  seaTo: string,
  airFrom: string,
  airTo: string,
  destination: string,
  seaDays: number,
): SampleRoute => ({
  nation,
  seaFrom,
  seaTo,
  airFrom,
  airTo,
  destination,
  seaDays,
});

const ROUTES: readonly SampleRoute[] = [
  route('SWE', 'SEGOT', 'NOKRS', 'ESGG', 'ENBR', 'BOMOE', 1),
  route('FIN', 'FITKU', 'NOTRD', 'EFTU', 'ENVA', 'VAERN', 4),
  route('DNK', 'DKFDH', 'NOKRS', 'EKYT', 'ENZV', 'MADLA', 1),
  route('EST', 'EEPLA', 'NOBGO', 'EETN', 'ENBR', 'OSTGA', 3),
  route('POL', 'PLGDY', 'NOSVG', 'EPKS', 'ENZV', 'MADLA', 3),
  route('DEU', 'DEWVN', 'NOBGO', 'ETNW', 'ENBR', 'ULVEN', 2),
  route('NLD', 'NLDHR', 'NOSVG', 'EHEH', 'ENZV', 'RISAV', 2),
  route('FRA', 'FRBES', 'NOBGO', 'LFRB', 'ENBR', 'ULVEN', 3),
  route('GBR', 'GBPME', 'NOSVG', 'EGVN', 'ENZV', 'MADLA', 2),
];

/** One movement before it has dates: a leg between ports, and a road leg to or from where the unit stays. */
interface Lift {
  readonly route: SampleRoute;
  readonly suffix: string;
  readonly mode: Mode;
  readonly poe: string;
  readonly pod: string;
  readonly units: readonly Unit[];
  readonly vehicles: boolean;
  /** Day and time of departure, counted from C-day; and days under way with the hour of arrival. */
  readonly day: number;
  readonly depart: string;
  readonly days: number;
  readonly arrive: string;
  readonly priority: number;
}

const VESSEL = /^.{4}30/;
const isVessel = ({ sidc }: Unit): boolean => VESSEL.test(sidc);

const liftsOf = (route: SampleRoute, units: readonly Unit[]): readonly Lift[] => {
  const vessels = units.filter((unit) => isVessel(unit) && (unit.vehicles ?? 0) === 0);
  const ashore = units.filter((unit) => !vessels.includes(unit));
  const advance = ashore.slice(0, 1);
  const main = ashore.slice(1);
  const shift = ROUTES.indexOf(route) % 4;
  const base = { route, vehicles: false, priority: 20 };
  const air = {
    ...base,
    mode: 'AIR' as const,
    poe: route.airFrom,
    pod: route.airTo,
    days: 0,
    depart: '0800',
    arrive: '1130',
  };
  const sea = {
    ...base,
    mode: 'SEA' as const,
    poe: route.seaFrom,
    pod: route.seaTo,
    days: route.seaDays,
    depart: '1800',
    arrive: '0900',
  };
  return [
    { ...air, suffix: 'A1', units: advance, day: 1 + (shift % 2), priority: 10 },
    { ...sea, suffix: 'S1', units: main.filter(({ vehicles = 0 }) => vehicles > 6), vehicles: true, day: 1 + shift },
    { ...air, suffix: 'A2', units: main.filter(({ vehicles = 0 }) => vehicles <= 6), day: 5 + shift, priority: 30 },
    { ...sea, suffix: 'V1', mode: 'SELF' as const, pod: 'NOHAA', units: vessels, day: 3 + shift, priority: 40 },
  ].filter(({ units: lifted }) => lifted.length > 0);
};

const loadOf = ({
  units,
  vehicles,
  mode,
}: Lift): Pick<ContentOf<'movement'>, 'pax' | 'tonnes' | 'lengthM' | 'dangerousGoods'> => {
  const people = units.reduce((sum, { personnel = 0 }) => sum + personnel, 0);
  const wheels = units.reduce((sum, unit) => sum + (unit.vehicles ?? 0), 0);
  return {
    pax: vehicles ? Math.min(people, wheels) : people,
    tonnes: vehicles ? wheels * 9 : Math.round(people * 0.12),
    ...(vehicles ? { lengthM: wheels * 8 } : {}),
    dangerousGoods: mode === 'SEA' && wheels > 40,
  };
};

const deployment = (context: Context, ids: SampleIds, lift: Lift): NewRecord<'movement'> => {
  const { route, suffix, mode, day, days } = lift;
  const at = (n: number, time: string) => dayOf(ids, 'C', n, time);
  const place = (key: string): string => ids.locations.get(key) ?? '';
  const landed = day + days;
  const ownPower = mode === 'SELF';
  const road = {
    id: context.newId(),
    mode: 'ROAD' as const,
    from: place(lift.pod),
    to: place(route.destination),
    depart: at(landed, '1400'),
    arrive: at(landed, '1900'),
  };
  const trunk = {
    id: context.newId(),
    mode,
    from: place(lift.poe),
    to: place(lift.pod),
    depart: at(day, lift.depart),
    arrive: at(landed, lift.arrive),
  };
  return newRecord(context, 'movement', {
    uln: `${route.nation}-${suffix}`,
    name: `${route.nation} deployment ${mode.toLowerCase()}`,
    participant: ids.participants.get(route.nation) ?? '',
    units: lift.units.map(({ id }) => id),
    direction: 'deployment',
    poe: place(lift.poe),
    pod: place(lift.pod),
    destination: ownPower ? place(lift.pod) : place(route.destination),
    legs: ownPower ? [trunk] : [trunk, road],
    rld: at(day - 1, '0600'),
    ald: at(day, '0400'),
    ead: at(landed, '0600'),
    lad: at(landed, '1200'),
    rdd: at(landed + 1, '1200'),
    crd: at(landed + 2, '1200'),
    ...loadOf(lift),
    priority: lift.priority,
    state: 'planned',
  });
};

/** The same way back, after ENDEX. */
const redeployment = (context: Context, ids: SampleIds, lift: Lift): NewRecord<'movement'> => {
  const { route, suffix, mode, days } = lift;
  const day = 2 + (lift.day % 4) + (mode === 'AIR' ? 1 : 2);
  const at = (n: number, time: string) => dayOf(ids, 'ENDEX', n, time);
  const place = (key: string): string => ids.locations.get(key) ?? '';
  const road = {
    id: context.newId(),
    mode: 'ROAD' as const,
    from: place(route.destination),
    to: place(lift.pod),
    depart: at(day - 1, '0800'),
    arrive: at(day - 1, '1300'),
  };
  const trunk = {
    id: context.newId(),
    mode,
    from: place(lift.pod),
    to: place(lift.poe),
    depart: at(day, lift.depart),
    arrive: at(day + days, lift.arrive),
  };
  const own = mode === 'SELF';
  return newRecord(context, 'movement', {
    uln: `${route.nation}-R${suffix}`,
    name: `${route.nation} redeployment ${mode.toLowerCase()}`,
    participant: ids.participants.get(route.nation) ?? '',
    units: lift.units.map(({ id }) => id),
    direction: 'redeployment',
    origin: place(own ? lift.pod : route.destination),
    poe: place(lift.pod),
    pod: place(lift.poe),
    legs: own ? [trunk] : [road, trunk],
    rld: at(day - 1, '0600'),
    ald: at(day, '0400'),
    ead: at(day + days, '0600'),
    lad: at(day + days, '1200'),
    rdd: at(day + days + 1, '1200'),
    ...loadOf(lift),
    priority: lift.priority + 40,
    state: 'draft',
  });
};

/** Every nation's deployment and redeployment, by air, by sea and under their own power. */
export const sampleMovements = (context: Context, ids: SampleIds): readonly NewRecord<'movement'>[] =>
  ROUTES.flatMap((route) => {
    const lifts = liftsOf(route, ids.units.get(route.nation) ?? []);
    return [
      ...lifts.map((lift) => deployment(context, ids, lift)),
      ...lifts.map((lift) => redeployment(context, ids, lift)),
    ];
  });
