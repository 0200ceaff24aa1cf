import type { Anchor, TimeContext } from '#shared/time/context.ts';

/** A small exercise: C-day and STARTEX dated, D ten days after C, H at 0430 on D-day, E without a date. Clocks change in October. */
export const anchors: readonly Anchor[] = [
  { id: 'c', code: 'C', counts: 'day', at: '2027-10-19T21:00:00Z' },
  { id: 'd', code: 'D', counts: 'day', at: { anchor: 'c', offset: { unit: 'day', n: 10 } } },
  { id: 'h', code: 'H', counts: 'hour', at: { anchor: 'd', offset: { unit: 'day', n: 0, time: '0430' } } },
  { id: 's', code: 'STARTEX', counts: 'day', at: '2027-11-10T06:00:00Z' },
  { id: 'e', code: 'E', counts: 'day' },
];

export const tallinn: TimeContext = {
  zone: 'Europe/Tallinn',
  anchors,
  reference: Date.UTC(2027, 9, 25, 12),
  locale: 'en',
};

/** Zones that change clocks at odd hours, by half an hour, over a whole day, or lie on quarter hours. */
export const ODD_ZONES = [
  'UTC',
  'Europe/Tallinn',
  'America/Toronto',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
] as const;
