import { linksAround, waitsOf } from '#renderer/features/timeline/table/waits.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord } from '#tests/support/records.ts';
import { linkRecord, schedule } from '#tests/support/schedule.ts';

const [load, drive] = [activityRecord(10, 'Load'), activityRecord(11, 'Drive')];
const lift = movementRecord(12, 'FIN-S1', uuidOf(2));

const plan = schedule(
  load,
  drive,
  lift,
  linkRecord(20, load.id, lift.id, 'SS', -30),
  linkRecord(21, lift.id, drive.id, 'FS', 120),
  linkRecord(22, load.id, drive.id),
  linkRecord(23, uuidOf(99), drive.id),
  { ...linkRecord(24, drive.id, lift.id), deleted: true },
);

test('what waits is told with type and lag, activities and movements alike; an end that is gone is not', () => {
  expect([...waitsOf(plan, 'en')]).toEqual([
    [lift.id, 'Load SS −30m'],
    [drive.id, 'FIN-S1 FS +2h; Load FS'],
  ]);
});

test('around one bar stand both what it waits for and what waits for it', () => {
  expect(linksAround(plan, lift.id, 'en')).toEqual({ before: ['Load SS −30m'], after: ['Drive FS +2h'] });
  expect(linksAround(plan, uuidOf(98), 'en')).toEqual({ before: [], after: [] });
});
