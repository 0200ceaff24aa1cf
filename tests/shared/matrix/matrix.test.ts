import fc from 'fast-check';
import { addEntry, moveEntry, renameEntry } from '#shared/matrix/commands.ts';
import type { MatrixColumnsBy } from '#shared/matrix/columns.ts';
import { type Matrix, type MatrixSpec, MATRIX_ROWS, matrixOf } from '#shared/matrix/matrix.ts';
import type { CommandContext } from '#shared/plan/command.ts';
import type { PlanRecord, RecordOf } from '#shared/plan/records.ts';
import { type PlanState, find, live, planOf } from '#shared/plan/state.ts';
import { applyOps, makeStep, type StepDraft } from '#shared/plan/step.ts';
import type { Result } from '#shared/result.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { EXERCISE_ID, exerciseRecord, locationRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { must } from '#tests/shared/plan/merge/world.ts';

const at = (time: string) => ({ at: `2027-06-${time}:00Z` });
const nor = participantRecord(10, 'NOR', 'Norway');
const swe = participantRecord(11, 'SWE', 'Sweden');
const coy = unitRecord(20, 'Coy', nor.id);
const bergen = locationRecord(30, 'Bergen');
const phase = (n: number, start: string, days: number) =>
  activityRecord(n, `Phase ${n}`, { type: 'phase', start: at(start), minutes: days * 1440 });
const serial = (n: number, start: string, more: Partial<RecordOf<'activity'>> = {}) =>
  activityRecord(n, `Serial ${n}`, { start: at(start), participants: [nor.id], ...more });
const lift = movementRecord(40, 'SWE-1', swe.id, { ald: at('07T06:00'), lad: at('08T06:00') });
const phases = [phase(60, '07T00:00', 2), phase(61, '09T00:00', 1)];
const world = (...more: PlanRecord[]): PlanState =>
  planOf([exerciseRecord(), nor, swe, coy, bergen, ...phases, ...more]);

const specOf = (rows: MatrixSpec['rows'], columns: MatrixColumnsBy, filled = true): MatrixSpec => ({
  rows,
  columns,
  filled,
});
const written = (matrix: Matrix) =>
  matrix.rows.map(({ title }, row) => [
    title,
    ...matrix.columns.map((_, column) =>
      matrix
        .at(row, column)
        .map(({ bar, continued }) => (continued ? `(${bar.title})` : bar.title))
        .join(' + '),
    ),
  ]);

test('phases are columns: by the phase that is named, else by the shortest around the start', () => {
  const matrix = matrixOf(
    world(serial(50, '07T08:00'), serial(51, '07T09:00', { phase: uuidOf(61) }), serial(52, '20T08:00'), lift),
    specOf('type', 'phase'),
  );
  expect(matrix.columns.map(({ title }) => title)).toEqual(['Phase 60', 'Phase 61', '']);
  expect(written(matrix)).toEqual([
    ['serial', 'Serial 50', 'Serial 51', 'Serial 52'],
    ['movement', 'SWE-1', '', ''],
  ]);
});

test('steps go by the clock of the exercise, and what lasts goes on in the next', () => {
  // 2200Z is midnight in Oslo in June.
  const matrix = matrixOf(
    world(serial(50, '07T21:00'), serial(51, '07T22:00'), serial(52, '08T20:00', { minutes: 180 })),
    specOf('participant', 'day'),
  );
  expect(matrix.columns.map(({ span }) => new Date(span?.start ?? 0).toISOString())).toEqual([
    '2027-06-06T22:00:00.000Z',
    '2027-06-07T22:00:00.000Z',
    '2027-06-08T22:00:00.000Z',
  ]);
  expect(written(matrix)).toEqual([['Norway', 'Serial 50', 'Serial 51 + Serial 52', '(Serial 52)']]);
});

test('a day that ends at midnight does not reach into the next, and weeks begin on Mondays', () => {
  const matrix = matrixOf(world(serial(50, '07T21:00', { minutes: 60 })), specOf('type', 'day'));
  expect(matrix.columns).toHaveLength(1);
  const weeks = matrixOf(world(serial(50, '10T08:00')), specOf('type', 'week'));
  // The seventh of June 2027 is a Monday.
  expect(weeks.columns[0]?.span?.start).toBe(Date.UTC(2027, 5, 6, 22));
});

test('what has several participants stands in several rows, what has none in one without a name', () => {
  const matrix = matrixOf(
    world(serial(50, '07T08:00', { participants: [nor.id, swe.id] }), serial(51, '07T09:00', { participants: [] })),
    specOf('participant', 'phase'),
  );
  expect(written(matrix)).toEqual([
    ['Norway', 'Serial 50'],
    ['Sweden', 'Serial 50'],
    ['', 'Serial 51'],
  ]);
});

test('empty rows and columns show when they are asked for', () => {
  const plan = world(serial(50, '07T08:00'));
  const matrix = matrixOf(plan, specOf('participant', 'phase', false));
  expect(written(matrix)).toEqual([
    ['Norway', 'Serial 50', ''],
    ['Sweden', '', ''],
  ]);
  expect(matrix.lines(0)).toBe(1);
});

test('every bar but phases stands in it, whatever rows and columns go by', () => {
  const plan = world(serial(50, '07T08:00'), serial(51, '12T08:00', { units: [coy.id], location: bergen.id }), lift);
  fc.assert(
    fc.property(
      fc.constantFrom(...MATRIX_ROWS),
      fc.constantFrom<MatrixColumnsBy>('phase', 'week', 'day', 'halfDay', 'watch', 'hour'),
      fc.boolean(),
      (rows, columns, filled) => {
        const matrix = matrixOf(plan, specOf(rows, columns, filled));
        const found = new Set(
          matrix.rows.flatMap((_, row) =>
            matrix.columns.flatMap((__, column) => matrix.at(row, column).map(({ bar }) => bar.id)),
          ),
        );
        const all = barsOf(plan)
          .filter(({ type }) => type !== 'phase')
          .map(({ id }) => id);
        // Without the column of what has no phase, what has none has no place.
        if (filled || columns !== 'phase') expect(found).toEqual(new Set(all));
      },
    ),
  );
});

const contextOf = (plan: PlanState): CommandContext => ({ plan, actor: 'NOR', newId: () => uuidOf(99) });
const after = (plan: PlanState, draft: Result<StepDraft>): PlanState => {
  const step = makeStep(plan, must(draft), {
    exerciseId: EXERCISE_ID,
    author: 'tester',
    stamp: stampAt(500),
    at: 0,
    id: uuidOf(3),
  });
  return must(applyOps(plan, step.ops));
};
const cell = ({ rows, columns }: Matrix, row: number, column: number) => {
  const [r, c] = [rows[row], columns[column]];
  if (r === undefined || c === undefined) throw new Error('no such cell');
  return { row: r, column: c };
};
const move = (
  plan: PlanState,
  spec: MatrixSpec,
  id: string,
  from: readonly [number, number],
  to: readonly [number, number],
) => {
  const matrix = matrixOf(plan, spec);
  const entry = matrix.at(...from).find(({ bar }) => bar.id === id);
  if (entry === undefined) throw new Error('no such entry');
  return moveEntry(contextOf(plan), spec, entry, cell(matrix, ...from), cell(matrix, ...to));
};
const activity = (plan: PlanState, n = 50) => find(plan, 'activity', uuidOf(n));

test('to another day: the time of day stays, on the exercise’s clock, also where clocks change', () => {
  const plan = world(serial(50, '07T08:00'), serial(51, '09T08:00'));
  expect(activity(after(plan, move(plan, specOf('participant', 'day'), uuidOf(50), [0, 0], [0, 1])))?.start).toEqual(
    at('09T08:00'),
  );
  const autumn = world(
    serial(50, '07T08:00', { start: { at: '2027-10-30T08:00:00Z' } }),
    serial(51, '07T08:00', { start: { at: '2027-10-31T12:00:00Z' } }),
  );
  const moved = after(autumn, move(autumn, specOf('participant', 'day'), uuidOf(50), [0, 0], [0, 1]));
  expect(activity(moved)?.start).toEqual({ at: '2027-10-31T09:00:00Z' });
});

test('to another phase: it belongs to that and lies in it; one that is too short is begun with', () => {
  const plan = world(serial(50, '08T08:00'), serial(51, '09T08:00'));
  const moved = activity(after(plan, move(plan, specOf('type', 'phase'), uuidOf(50), [0, 0], [0, 1])));
  expect(moved).toMatchObject({ phase: uuidOf(61), start: at('09T00:00') });
  const early = world(serial(50, '07T08:00'), serial(51, '09T08:00'));
  expect(activity(after(early, move(early, specOf('type', 'phase'), uuidOf(50), [0, 0], [0, 1])))?.start).toEqual(
    at('09T08:00'),
  );
});

test('to another row: what the row stands for takes the place of what the old one stood for', () => {
  const plan = world(serial(50, '07T08:00'), serial(51, '07T08:00', { participants: [swe.id], type: 'training' }));
  expect(
    activity(after(plan, move(plan, specOf('participant', 'day'), uuidOf(50), [0, 0], [1, 0])))?.participants,
  ).toEqual([swe.id]);
  expect(activity(after(plan, move(plan, specOf('type', 'day'), uuidOf(50), [0, 0], [1, 0])))?.type).toBe('training');
});

test('to another row and column is one step, stamped in both fields and undone as a whole', () => {
  const plan = world(serial(50, '07T08:00'), serial(51, '08T08:00', { participants: [swe.id] }));
  const draft = must(move(plan, specOf('participant', 'day'), uuidOf(50), [0, 0], [1, 1]));
  expect(draft.ops).toHaveLength(1);
  expect(draft.ops[0]?.before).toEqual({ start: at('07T08:00'), participants: [nor.id] });
  const moved = activity(after(plan, { ok: true, value: draft }));
  expect(moved).toMatchObject({ start: at('08T08:00'), participants: [swe.id] });
  expect(Object.keys(moved?.stamps ?? {}).sort((a, b) => a.localeCompare(b))).toEqual(['participants', 'start']);
});

test('a movement moves in time as a whole, and does not become an activity', () => {
  const plan = world(lift, serial(50, '12T08:00', { participants: [swe.id] }));
  const later = after(plan, move(plan, specOf('participant', 'day'), lift.id, [0, 0], [0, 2]));
  expect(live(later, 'movement')[0]).toMatchObject({ ald: at('12T06:00'), lad: at('13T06:00') });
  const counted = after(plan, move(plan, specOf('type', 'day'), lift.id, [1, 0], [0, 0]));
  expect(live(counted, 'movement')[0]).toMatchObject({ countsAs: 'serial', ald: at('07T06:00') });
  const matrix = matrixOf(counted, specOf('type', 'day'));
  expect(matrix.rows.map(({ key }) => key)).toEqual(['serial']);
  const alone = world(lift, serial(50, '07T08:00', { responsible: 'J4' }));
  const charged = after(alone, move(alone, specOf('responsible', 'day'), lift.id, [1, 0], [0, 0]));
  expect(live(charged, 'movement')[0]?.responsible).toBe('J4');
});

test('what is not scheduled stands in a column before the others, and gets the time and row where it is taken', () => {
  const spec = { ...specOf('type', 'day'), waiting: true };
  const plan = world(serial(50, '07T08:00'), activityRecord(51, 'Idea', { start: undefined, type: 'training' }), lift);
  const matrix = matrixOf(plan, spec);
  expect(matrix.columns[0]?.key).toBe('unscheduled');
  expect(matrix.at(1, 0).map(({ bar }) => bar.title)).toEqual(['Idea']);
  const placed = activity(after(plan, move(plan, spec, uuidOf(51), [1, 0], [0, 1])), 51);
  expect(placed).toMatchObject({ type: 'serial', start: at('06T22:00') });
  const back = activity(after(plan, move(plan, spec, uuidOf(50), [0, 1], [0, 0])));
  expect(back?.start).toBeUndefined();
  const made = must(addEntry(contextOf(plan), spec, cell(matrix, 1, 0), 'New')).ops[0]?.after;
  expect(made).toMatchObject({ type: 'training', minutes: 60 });
  expect(made).not.toHaveProperty('start');
  const without = matrixOf(plan, specOf('type', 'day'));
  expect(without.columns.every(({ key }) => key !== 'unscheduled')).toBe(true);
});

test('a movement without times waits too: it arrives within the column it is taken to, and loses its dates on the way back', () => {
  const spec = { ...specOf('type', 'day'), waiting: true };
  const idle = movementRecord(41, 'SWE-2', swe.id, { crd: at('20T06:00') });
  const plan = world(serial(50, '07T08:00'), idle);
  const matrix = matrixOf(plan, spec);
  expect(written(matrix)).toEqual([
    ['serial', '', 'Serial 50'],
    ['movement', 'SWE-2', ''],
  ]);
  const placed = after(plan, move(plan, spec, idle.id, [1, 0], [1, 1]));
  expect(find(placed, 'movement', idle.id)).toMatchObject({ ead: at('06T22:00'), lad: at('07T21:59') });
  const there = matrixOf(placed, spec);
  expect(written(there)[1]).toEqual(['movement', '', 'SWE-2']);
  const back = find(after(placed, move(placed, spec, idle.id, [1, 1], [1, 0])), 'movement', idle.id);
  expect(back).toMatchObject({ crd: at('20T06:00') });
  expect([back?.ead, back?.lad]).toEqual([undefined, undefined]);
});

test('legs are planned work: a movement that has some keeps its times', () => {
  const spec = { ...specOf('type', 'day'), waiting: true };
  const leg = { id: uuidOf(70), mode: 'SEA' as const, depart: at('07T06:00'), arrive: at('08T06:00') };
  const plan = world(movementRecord(41, 'SWE-2', swe.id, { legs: [leg] }));
  expect(move(plan, spec, uuidOf(41), [0, 1], [0, 0])).toMatchObject({
    error: { code: 'MOVEMENT_HAS_LEGS', data: { what: 'SWE-2' } },
  });
});

test('a new activity is what its row stands for and begins with its column', () => {
  const plan = world(serial(50, '07T08:00', { units: [coy.id] }));
  const add = (spec: MatrixSpec, row = 0, column = 0) =>
    addEntry(contextOf(plan), spec, cell(matrixOf(plan, spec), row, column), 'New');
  const made = (spec: MatrixSpec) => must(add(spec)).ops[0]?.after;
  expect(made(specOf('participant', 'day'))).toMatchObject({
    participants: [nor.id],
    start: at('06T22:00'),
    minutes: 60,
  });
  expect(made(specOf('unit', 'phase'))).toMatchObject({
    units: [coy.id],
    participants: [nor.id],
    phase: uuidOf(60),
    start: at('07T00:00'),
  });
  expect(made(specOf('type', 'hour'))).toMatchObject({ type: 'serial', minutes: 60 });
  const nowhere = world(serial(50, '20T08:00'));
  const spec = specOf('type', 'phase');
  expect(addEntry(contextOf(nowhere), spec, cell(matrixOf(nowhere, spec), 0, 0), 'New')).toMatchObject({
    error: { code: 'MATRIX_NO_TIME' },
  });
});

test('a new title does not touch the serial number, and names a movement', () => {
  const plan = world(serial(50, '07T08:00', { serial: '0101' }), lift);
  const [first, second] = barsOf(plan)
    .filter(({ type }) => type !== 'phase')
    .sort((a, b) => b.start - a.start);
  if (first === undefined || second === undefined) throw new Error('no bars');
  expect(must(renameEntry(contextOf(plan), first, 'Other')).ops[0]?.after).toEqual({ title: 'Other' });
  expect(must(renameEntry(contextOf(plan), second, 'Advance party')).ops[0]?.after).toEqual({ name: 'Advance party' });
});
