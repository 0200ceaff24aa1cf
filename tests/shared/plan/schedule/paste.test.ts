import fc from 'fast-check';
import { type Clip, clipInRow, clipOf, readClip, writeClip } from '#shared/plan/schedule/clip.ts';
import { createdIn, pasteClip } from '#shared/plan/schedule/paste.ts';
import type { RecordOf } from '#shared/plan/records.ts';
import { type PlanState, find, live, planOf } from '#shared/plan/state.ts';
import { activityRecord, anchorRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { exerciseRecord, locationRecord, uuidOf } from '#tests/support/plans.ts';
import { actingOn, after, codeOf, linkRecord, schedule } from '#tests/support/schedule.ts';

const fin = participantRecord(2, 'FIN');
const bn = unitRecord(4, '1 Bn', fin.id);
const turku = locationRecord(6, 'Turku');
const startex = anchorRecord(7, 'STARTEX', { at: '2027-06-10T06:00:00Z' });
const phase = activityRecord(9, 'Live phase', { type: 'phase', minutes: 6000 });
const first = activityRecord(10, 'Load', { serial: 'S-1', participants: [fin.id], units: [bn.id], phase: phase.id });
const second = activityRecord(11, 'Sail', {
  location: turku.id,
  state: 'confirmed',
  start: { anchor: startex.id, offset: { unit: 'day', n: 3, time: '0800' } },
});
const lift = movementRecord(20, 'FIN-001', fin.id, {
  pod: turku.id,
  rdd: { at: '2027-06-20T14:00:00Z' },
  crd: { at: '2027-06-21T14:00:00Z' },
  legs: [
    {
      id: uuidOf(21),
      mode: 'SEA',
      to: turku.id,
      depart: { at: '2027-06-12T14:00:00Z' },
      arrive: { at: '2027-06-13T14:00:00Z' },
    },
  ],
});
const plan = schedule(
  fin,
  bn,
  turku,
  startex,
  phase,
  first,
  second,
  lift,
  linkRecord(30, first.id, second.id, 'SS', 30),
);
const all = [
  { kind: 'activity' as const, id: first.id },
  { kind: 'activity' as const, id: second.id },
  { kind: 'movement' as const, id: lift.id },
];

const clip = (of: PlanState = plan, records: Parameters<typeof clipOf>[1] = all): Clip => {
  const made = clipOf(of, records, 'NOR');
  if (made === undefined) throw new Error('nothing was copied');
  const read = readClip(writeClip(made));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const newIn = (before: PlanState, next: PlanState): RecordOf<'activity'>[] =>
  live(next, 'activity').filter(({ id }) => find(before, 'activity', id) === undefined);

test('copies are drafts of the actor, moved, linked among themselves, with numbers of their own', () => {
  const next = after(plan, pasteClip(actingOn(plan, 'FIN'), clip(), { unit: 'day', n: 7 }));
  const [load, sail] = newIn(plan, next);
  expect(load).toMatchObject({ owner: 'FIN', title: 'Load', state: 'draft', start: { at: '2027-06-19T14:00:00Z' } });
  expect(load?.serial).toBeUndefined();
  expect(load).toMatchObject({ participants: [fin.id], units: [bn.id], phase: phase.id });
  expect(sail).toMatchObject({ start: { anchor: startex.id, offset: { unit: 'day', n: 10, time: '0800' } } });
  const link = live(next, 'dependency').find(({ from }) => from === load?.id);
  expect(link).toMatchObject({ to: sail?.id, type: 'SS', lagMinutes: 30 });
  const copy = live(next, 'movement').find(({ id }) => id !== lift.id);
  expect(copy).toMatchObject({
    uln: 'FIN-001-2',
    rdd: { at: '2027-06-27T14:00:00Z' },
    crd: { at: '2027-06-21T14:00:00Z' },
    legs: [{ depart: { at: '2027-06-19T14:00:00Z' } }],
  });
  expect(copy?.legs[0]?.id).not.toBe(lift.legs[0]?.id);
  expect(live(next, 'activity')).toHaveLength(5);
});

test('links of movements are copied with both their ends, and not with one', () => {
  const linked = schedule(
    fin,
    first,
    second,
    lift,
    linkRecord(31, lift.id, first.id, 'FS', 60),
    linkRecord(32, second.id, lift.id),
  );
  const records = [all[0], all[2]].flatMap((each) => each ?? []);
  const next = after(linked, pasteClip(actingOn(linked), clip(linked, records), { unit: 'day', n: 7 }));
  const copy = live(next, 'movement').find(({ id }) => id !== lift.id);
  const made = live(next, 'dependency').filter(({ id }) => find(linked, 'dependency', id) === undefined);
  expect(made).toMatchObject([{ from: copy?.id, to: newIn(linked, next)[0]?.id, type: 'FS', lagMinutes: 60 }]);
});

test('a phase that is copied along takes its members with it', () => {
  const own = clip(plan, [{ kind: 'activity', id: phase.id }, ...all.slice(0, 1)]);
  const next = after(plan, pasteClip(actingOn(plan), own, { unit: 'day', n: 1 }));
  const copied = newIn(plan, next).find(({ type }) => type === 'phase');
  expect(newIn(plan, next).find(({ title }) => title === 'Load')?.phase).toBe(copied?.id);
});

test('pasted several times over, each copy is a step further', () => {
  const every = { unit: 'day', n: 1 } as const;
  const draft = pasteClip(actingOn(plan), clip(plan, all.slice(0, 1)), every, { count: 3, every });
  const next = after(plan, draft);
  expect(newIn(plan, next).map(({ start }) => start)).toEqual(
    [13, 14, 15].map((day) => ({ at: `2027-06-${day}T14:00:00Z` })),
  );
  expect(draft.ok && createdIn(draft.value.ops)).toHaveLength(3);
});

describe('in another exercise', () => {
  const other = (...records: Parameters<typeof planOf>[0] extends Iterable<infer R> ? R[] : never[]): PlanState =>
    planOf([exerciseRecord(uuidOf(70), 'Other'), ...records]);

  test('what it does not have is left out, and times stand where they stood', () => {
    const target = other(fin);
    const next = after(target, pasteClip(actingOn(target), clip(plan, all), { unit: 'minute', n: 0 }));
    const [load, sail] = live(next, 'activity');
    expect(load).toMatchObject({ participants: [fin.id], units: [] });
    expect(load?.phase).toBeUndefined();
    expect(sail?.start).toEqual({ at: '2027-06-13T06:00:00Z' });
    expect(sail?.location).toBeUndefined();
    expect(live(next, 'movement')[0]?.legs[0]?.to).toBeUndefined();
  });

  test('its own anchor of the same code is hung on', () => {
    const own = anchorRecord(71, 'STARTEX', { at: '2028-06-10T06:00:00Z' });
    const target = other(own);
    const next = after(target, pasteClip(actingOn(target), clip(plan, all.slice(1, 2)), { unit: 'day', n: 1 }));
    expect(live(next, 'activity')[0]?.start).toEqual({
      anchor: own.id,
      offset: { unit: 'day', n: 4, time: '0800' },
    });
  });

  test('the marking of the copy is that of the original, inherited or not, and a ceiling holds against it', () => {
    const secret = { policy: 'NATO', classification: 'NATO SECRET', releasableTo: [] };
    const source = schedule({ ...phase, label: secret }, first, fin, bn);
    const copied = clip(source, all.slice(0, 1));
    const target = other();
    const next = after(target, pasteClip(actingOn(target), copied, { unit: 'day', n: 1 }));
    expect(live(next, 'activity')[0]?.label).toEqual(secret);
    const home = after(source, pasteClip(actingOn(source), copied, { unit: 'day', n: 1 }));
    expect(newIn(source, home)[0]?.label).toBeUndefined();
  });

  test('a movement without its participant is refused', () => {
    expect(codeOf(pasteClip(actingOn(other()), clip(plan, all.slice(2)), { unit: 'day', n: 1 }))).toBe(
      'PASTE_PARTICIPANT',
    );
  });
});

test('what is no clip is refused, and so is a clip with a field too many', () => {
  expect(codeOf(readClip('Title\tStart'))).toBe('CLIP_UNREADABLE');
  expect(codeOf(readClip(JSON.stringify({ ...clip(), more: 1 })))).toBe('CLIP_UNREADABLE');
  expect(codeOf(readClip(JSON.stringify({ ...clip(), start: 'now' })))).toBe('CLIP_UNREADABLE');
  expect(clipOf(plan, [{ kind: 'activity', id: uuidOf(99) }], 'NOR')).toBeUndefined();
  expect(
    codeOf(pasteClip(actingOn(plan), clip(), { unit: 'day', n: 1 }, { count: 9_000, every: { unit: 'day', n: 1 } })),
  ).toBe('PASTE_LIMIT');
});

test('whatever is copied comes back from the clipboard as it went', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ title: fc.string({ minLength: 1, maxLength: 60 }), minutes: fc.nat(10_000) }), {
        minLength: 1,
        maxLength: 20,
      }),
      fc.integer({ min: -5_000, max: 5_000 }),
      (contents, by) => {
        const activities = contents.map((content, n) => activityRecord(100 + n, content.title, content));
        const base = schedule(...activities);
        const refs = activities.map(({ id }) => ({ kind: 'activity' as const, id }));
        const next = after(base, pasteClip(actingOn(base), clip(base, refs), { unit: 'minute', n: by }));
        const copies = newIn(base, next);
        expect(copies.map(({ title, minutes }) => ({ title, minutes }))).toEqual(
          activities.map(({ title, minutes }) => ({ title, minutes })),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('a clip put into another row has what that row stands for, and what cannot stand there is refused', () => {
  const clip = clipOf(plan, [{ kind: 'activity', id: first.id }], 'FIN');
  if (clip === undefined) throw new Error('nothing to copy');
  const moved = clipInRow(clip, { by: 'location', from: '', to: turku.id });
  expect(moved).toMatchObject({ ok: true, value: { activities: [{ id: first.id, location: turku.id }] } });
  const emptied = clipInRow(clip, { by: 'phase', from: phase.id, to: '' });
  expect(emptied.ok && emptied.value.activities[0]).not.toHaveProperty('phase');
  expect(codeOf(clipInRow(clip, { by: 'type', from: 'serial', to: 'movement' }))).toBe('REASSIGN_KIND');
  expect(codeOf(clipInRow(clip, { by: 'owner', from: 'FIN', to: 'NOR' }))).toBe('REASSIGN_OWNER');
});
