import fc from 'fast-check';
import { splitActivities } from '#shared/plan/schedule/split.ts';
import { find, live } from '#shared/plan/state.ts';
import { activitySpan, timeResolver } from '#shared/plan/times.ts';
import { MINUTE } from '#shared/time/instant.ts';
import { activityRecord, anchorRecord, movementRecord } from '#tests/support/records.ts';
import { actingOn, after, codeOf, linkRecord, schedule } from '#tests/support/schedule.ts';

const START = Date.UTC(2027, 5, 12, 14);
const phase = activityRecord(9, 'Live phase', { type: 'phase', minutes: 600 });
const crossing = activityRecord(10, 'River crossing', { serial: 'S-12', minutes: 240, phase: phase.id });
const before = activityRecord(11, 'Recce', { minutes: 30 });
const behind = activityRecord(12, 'Consolidation', { start: { at: '2027-06-12T20:00:00Z' } });
const along = activityRecord(13, 'Traffic control', { phase: phase.id, start: { at: '2027-06-12T19:00:00Z' } });
const plan = schedule(
  phase,
  crossing,
  before,
  behind,
  along,
  linkRecord(20, before.id, crossing.id),
  linkRecord(21, crossing.id, behind.id),
  linkRecord(22, crossing.id, along.id, 'SS'),
  linkRecord(23, before.id, crossing.id, 'FF'),
);

test('the second part takes the rest of the time and what waited for the end', () => {
  const draft = splitActivities(actingOn(plan), [crossing.id], START + 90 * MINUTE);
  const next = after(plan, draft);
  const second = live(next, 'activity').find(({ id }) => find(plan, 'activity', id) === undefined);
  expect(find(next, 'activity', crossing.id)).toMatchObject({ serial: 'S-12', minutes: 90 });
  expect(second).toMatchObject({ title: 'River crossing', minutes: 150, phase: phase.id });
  expect(second?.serial).toBeUndefined();
  const links = live(next, 'dependency').map(({ from, to, type }) => `${from} ${type} ${to}`);
  expect(links).toContain(`${before.id} FS ${crossing.id}`);
  expect(links).toContain(`${second?.id ?? ''} FS ${behind.id}`);
  expect(links).toContain(`${crossing.id} SS ${along.id}`);
  expect(links).toContain(`${before.id} FF ${second?.id ?? ''}`);
  expect(links).toContain(`${crossing.id} FS ${second?.id ?? ''}`);
});

test('a movement that waits for the end waits for the second part; one that comes first stays before the first', () => {
  const [brings, takes] = [movementRecord(30, 'IN', 'FIN'), movementRecord(31, 'OUT', 'FIN')];
  const linked = schedule(
    phase,
    crossing,
    brings,
    takes,
    linkRecord(20, brings.id, crossing.id),
    linkRecord(21, crossing.id, takes.id),
  );
  const next = after(linked, splitActivities(actingOn(linked), [crossing.id], START + 90 * MINUTE));
  const second = live(next, 'activity').find(({ id }) => find(linked, 'activity', id) === undefined)?.id ?? '';
  const links = live(next, 'dependency').map(({ from, to }) => `${from} ${to}`);
  expect(links.toSorted()).toEqual(
    [`${brings.id} ${crossing.id}`, `${second} ${takes.id}`, `${crossing.id} ${second}`].toSorted(),
  );
});

test('what belongs to a phase goes with the part it falls into', () => {
  const next = after(plan, splitActivities(actingOn(plan), [phase.id], START + 270 * MINUTE));
  expect(find(next, 'activity', crossing.id)?.phase).toBe(phase.id);
  expect(find(next, 'activity', along.id)?.phase).not.toBe(phase.id);
});

test('a moment outside leaves it whole and says so; of several only those are cut that it falls into', () => {
  expect(codeOf(splitActivities(actingOn(plan), [crossing.id], START))).toBe('SPLIT_OUTSIDE');
  expect(codeOf(splitActivities(actingOn(plan), [crossing.id], START + 240 * MINUTE))).toBe('SPLIT_OUTSIDE');
  const draft = splitActivities(actingOn(plan), [crossing.id, before.id], START + 60 * MINUTE);
  expect(draft.ok && draft.value.label).toEqual({ key: 'steps.split', params: { what: 'S-12 River crossing' } });
});

test('both parts together are the whole, on an anchor as off it', () => {
  const anchor = anchorRecord(2, 'STARTEX', { at: '2027-03-27T08:00:00Z' });
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5_000 }),
      fc.integer({ min: 1, max: 4_999 }),
      fc.boolean(),
      (minutes, cut, anchored) => {
        fc.pre(cut < minutes);
        const whole = activityRecord(10, 'Whole', {
          minutes,
          ...(anchored ? { start: { anchor: anchor.id, offset: { unit: 'day', n: 1 } } } : {}),
        });
        const base = schedule(anchor, whole);
        const span = activitySpan(whole, timeResolver(base));
        const next = after(base, splitActivities(actingOn(base), [whole.id], (span?.start ?? 0) + cut * MINUTE));
        const parts = live(next, 'activity').map((part) => activitySpan(part, timeResolver(next)));
        expect(parts).toEqual([
          { start: span?.start, end: (span?.start ?? 0) + cut * MINUTE },
          { start: (span?.start ?? 0) + cut * MINUTE, end: span?.end },
        ]);
        for (const part of live(next, 'activity'))
          expect(part.start !== undefined && 'anchor' in part.start).toBe(anchored);
      },
    ),
    { numRuns: 80 },
  );
});
