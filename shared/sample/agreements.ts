/** The sample's register of agreements, and what two nations do not let their units do. */
import type { CommandContext, NewRecord } from '../plan/command.ts';
import { newRecord } from '../plan/command.ts';
import type { Caveat } from '../plan/caveat/schema.ts';
import type { ContentOf } from '../plan/records.ts';
import { NATIONS } from './schedule.ts';
import { dayOf, type SampleIds } from './ids.ts';

type Context = Pick<CommandContext, 'actor' | 'newId'>;

const HOST = 'NOR';

/** A line of the register; days are counted from STARTEX for the signature and from ENDEX for the end. */
interface Line {
  readonly title: string;
  readonly type: ContentOf<'agreement'>['type'];
  readonly reference: string;
  readonly nations: readonly string[];
  readonly signed?: number;
  readonly until?: number;
  readonly remarks?: string;
}

const VISITORS = NATIONS.filter((code) => code !== HOST);

const LINES: readonly Line[] = [
  {
    title: 'Host nation support for Northern Beacon 2027',
    type: 'MOU',
    reference: 'JTB 2026/118',
    nations: VISITORS,
    signed: -195,
    until: 365,
  },
  {
    title: 'Technical arrangement, visiting forces',
    type: 'TA',
    reference: 'JTB 2027/031',
    nations: VISITORS.filter((code) => code !== 'POL'),
    signed: -80,
    until: 30,
  },
  // It ends before the Polish units are home: the rules say so, and the newcomer sees what they do.
  {
    title: 'Technical arrangement, Polish engineers and military police',
    type: 'TA',
    reference: 'JTB 2027/034',
    nations: ['POL'],
    signed: -78,
    until: 4,
    remarks: 'Prolongation asked for at the movement conference.',
  },
  {
    title: 'Medical support to visiting forces',
    type: 'JIA',
    reference: 'MED 2027/007',
    nations: ['DEU', 'DNK'],
    remarks: 'With the legal branch.',
  },
];

export const sampleAgreements = (context: Context, ids: SampleIds): readonly NewRecord<'agreement'>[] => {
  const idsOf = (codes: readonly string[]): string[] => codes.flatMap((code) => ids.participants.get(code) ?? []);
  return LINES.map(({ title, type, reference, nations, signed, until, remarks }) =>
    newRecord(context, 'agreement', {
      title,
      type,
      reference,
      host: ids.participants.get(HOST) ?? '',
      parties: idsOf([HOST, ...nations]),
      nations: idsOf(nations),
      covers: [],
      ...(signed === undefined ? {} : { signedOn: dayOf(ids, 'STARTEX', signed, '1200') }),
      ...(until === undefined ? {} : { inForceUntil: dayOf(ids, 'ENDEX', until, '2359') }),
      noticeDays: 90,
      ...(remarks === undefined ? {} : { remarks }),
    }),
  );
};

/** Caveats by the participant's code. */
export const sampleCaveats = (
  context: Pick<CommandContext, 'newId'>,
  locations: ReadonlyMap<string, string>,
): ReadonlyMap<string, Caveat[]> => {
  const caveat = (text: string, more: Partial<Caveat>): Caveat => ({
    id: context.newId(),
    text,
    areas: [],
    countries: [],
    tasks: [],
    needsApproval: false,
    ...more,
  });
  const at = (...keys: string[]): string[] => keys.flatMap((key) => locations.get(key) ?? []);
  return new Map([
    [
      'NLD',
      [caveat('No guard duty at the oil terminal by night.', { areas: at('TERMA'), from: '2200', until: '0600' })],
    ],
    [
      'GBR',
      [
        caveat('Blank ammunition in the harbour by night only with national approval.', {
          areas: at('NOBGO'),
          tasks: ['serial'],
          from: '2100',
          until: '0500',
          needsApproval: true,
          approved: true,
        }),
      ],
    ],
  ]);
};
