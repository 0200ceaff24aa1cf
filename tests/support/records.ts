/** Records of each kind from a number and what a test is about. */
import type { RecordOf } from '#shared/plan/records.ts';
import { stampAt, uuidOf } from './plans.ts';

const base = <K extends string>(n: number, kind: K) => ({ id: uuidOf(n), kind, owner: 'NOR', stamp: stampAt(n) });

export const participantRecord = (
  n: number,
  code: string,
  name = code,
  more: Partial<RecordOf<'participant'>> = {},
): RecordOf<'participant'> => ({
  ...base(n, 'participant'),
  code,
  name,
  type: 'nation',
  role: 'contributing',
  colour: 0,
  contacts: [],
  ...more,
});

export const unitRecord = (
  n: number,
  name: string,
  participant: string,
  more: Partial<RecordOf<'unit'>> = {},
): RecordOf<'unit'> => ({
  ...base(n, 'unit'),
  name,
  participant,
  position: n,
  sidc: '10031000141211000000',
  ...more,
});

export const movementRecord = (
  n: number,
  uln: string,
  participant: string,
  more: Partial<RecordOf<'movement'>> = {},
): RecordOf<'movement'> => ({
  ...base(n, 'movement'),
  uln,
  participant,
  units: [],
  direction: 'deployment',
  legs: [],
  pax: 0,
  tonnes: 0,
  dangerousGoods: false,
  priority: 1,
  state: 'planned',
  ...more,
});

export const activityRecord = (
  n: number,
  title: string,
  more: Partial<RecordOf<'activity'>> = {},
): RecordOf<'activity'> => ({
  ...base(n, 'activity'),
  title,
  type: 'serial',
  start: { at: '2027-06-12T14:00:00Z' },
  minutes: 60,
  participants: [],
  units: [],
  state: 'planned',
  ...more,
});

export const anchorRecord = (n: number, code: string, at: RecordOf<'anchor'>['at']): RecordOf<'anchor'> => ({
  ...base(n, 'anchor'),
  code,
  counts: 'day',
  at,
});
