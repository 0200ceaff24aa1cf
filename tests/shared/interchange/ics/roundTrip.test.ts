import fc from 'fast-check';
import { takeIcs } from '#shared/interchange/ics/draft.ts';
import { readIcs } from '#shared/interchange/ics/read.ts';
import { writeIcs } from '#shared/interchange/ics/write.ts';
import type { CommandContext } from '#shared/plan/command.ts';
import { allRecords, live, planOf, type PlanState } from '#shared/plan/state.ts';
import { applyOps } from '#shared/plan/step.ts';
import { exerciseRecord, locationRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord } from '#tests/support/records.ts';

const fin = participantRecord(2, 'FIN');
const swe = participantRecord(4, 'SWE', 'Sweden; Navy, Army');
const hall = locationRecord(3, 'Main hall, east; “A”');
const options = { zone: 'Europe/Oslo', from: Date.UTC(2020, 0, 1), to: Date.UTC(2035, 0, 1) };
let next = 700;
const contextOf = (plan: PlanState, actor = 'NOR'): CommandContext => ({
  plan,
  actor,
  newId: () => uuidOf((next += 1)),
});

const taken = (text: string, plan: PlanState, actor?: string) => {
  const model = readIcs(text, options);
  if (!model.ok) throw new Error(model.error.code);
  return takeIcs(model.value, 'file.ics', contextOf(plan, actor));
};
const after = (plan: PlanState, text: string): PlanState => {
  const { draft } = taken(text, plan);
  if (!draft.ok) throw new Error(draft.error.code);
  const stamped = draft.value.ops.map((op) =>
    op.before === null ? { ...op, after: { ...op.after, stamp: stampAt(1) } } : op,
  );
  const done = applyOps(plan, stamped);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};

const title = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) => !/\p{Cc}/u.test(text) && text.trim() === text && text !== '');
const remark = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replaceAll(/\p{Cc}/gu, '\n').trim());
const activity = fc.record({
  title,
  remarks: remark,
  start: fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 }),
  minutes: fc.integer({ min: 0, max: 20_000 }),
  state: fc.constantFrom(
    'draft' as const,
    'planned' as const,
    'confirmed' as const,
    'done' as const,
    'cancelled' as const,
  ),
  type: fc.constantFrom('serial', 'conference', 'deadline', 'rehearsal, dry', 'fin'),
  serial: fc.option(fc.stringMatching(/^[A-Z0-9,;-]{1,12}$/), { nil: undefined }),
  scheduled: fc.boolean(),
  participants: fc.subarray([fin.id, swe.id]),
});

test('what is written is read back as it was: the same plan has nothing to change, an empty one gets all of it', () => {
  fc.assert(
    fc.property(
      fc.array(activity, { maxLength: 12 }),
      fc.constantFrom('Europe/Oslo', 'UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
      (list, zone) => {
        const records = list.map(({ start, remarks, scheduled, serial, ...rest }, index) =>
          activityRecord(100 + index, rest.title, {
            ...rest,
            ...(serial === undefined ? {} : { serial: `${index} ${serial}` }),
            start: scheduled ? { at: new Date(start * 60_000).toISOString().replace('.000', '') } : undefined,
            ...(remarks === '' ? {} : { remarks }),
            location: hall.id,
          }),
        );
        const exercise = { ...exerciseRecord(), zone } as ReturnType<typeof exerciseRecord>;
        const plan = planOf([exercise, fin, swe, hall, ...records]);
        const { text } = writeIcs(plan, Date.UTC(2027, 0, 1));
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(taken(text, plan).counts).toEqual({ new: 0, changed: 0, same: records.length, leftOut: 0 });
        const empty = planOf([exercise, fin, swe, hall]);
        if (records.length === 0) return;
        const copy = after(empty, text);
        const plain = (each: (typeof records)[number]): string =>
          JSON.stringify([
            [each.title, each.serial, each.start, each.minutes, each.state, each.type, each.remarks, each.location],
            each.participants.toSorted(),
          ]);
        expect(new Set(live(copy, 'activity').map(plain))).toEqual(new Set(records.map(plain)));
        // The same file again finds what it brought.
        expect(taken(text, copy).counts).toMatchObject({ new: 0, same: records.length });
      },
    ),
    { numRuns: 60 },
  );
});

const own = activityRecord(10, 'Own', { location: hall.id });
const theirs = activityRecord(11, 'Theirs', { owner: 'FIN' });
const lift = movementRecord(12, 'FIN-001', fin.id, { rdd: { at: '2027-06-20T14:00:00Z' } });
const plan = planOf([exerciseRecord(), fin, hall, own, theirs, lift]);

test('a change comes back as a change of the own activity; another nation’s and movements stay', () => {
  const text = writeIcs(plan, 0)
    .text.replaceAll('20270612T160000', '20270612T170000')
    .replaceAll('20270612T170000\r\nSUMMARY', '20270612T180000\r\nSUMMARY');
  const { report } = taken(text, plan);
  expect(report.map(({ title: name, outcome, reason }) => [name, outcome, reason])).toEqual([
    ['Own', 'changed', undefined],
    ['Theirs', 'leftOut', 'foreign'],
    ['FIN-001', 'leftOut', 'movement'],
  ]);
});

test('what is left out says why, and not how it would have been read', () => {
  const away = movementRecord(12, 'FIN-001', fin.id, { rdd: { at: '2027-06-20T14:00:00Z' } });
  const strange = writeIcs(planOf([exerciseRecord(), fin, away]), 0).text.replace(
    'BEGIN:VEVENT',
    'BEGIN:VEVENT\r\nLOCATION:Elsewhere',
  );
  const { report } = taken(strange, planOf([exerciseRecord(), fin, away]));
  expect(report).toMatchObject([{ outcome: 'leftOut', reason: 'movement', notes: [] }]);
  // The same place in an entry that is taken in is told.
  const fresh = taken(strange, planOf([exerciseRecord(), fin]));
  expect(fresh.report[0]?.notes).toContain('locationUnknown');
});

test('the marking stands on the calendar and on each event, and does not come back as a remark', () => {
  const label = { policy: 'NATO', classification: 'NATO RESTRICTED', releasableTo: [] };
  const marked = planOf([exerciseRecord(), { ...own, label, remarks: 'Bring maps' }]);
  const { text, marking } = writeIcs(marked, 0);
  expect(marking).toBe('NATO RESTRICTED');
  expect(text.match(/X-ENTENTE-MARKING:NATO RESTRICTED/g)).toHaveLength(2);
  expect(text).toContain('DESCRIPTION:NATO RESTRICTED\\nBring maps');
  expect(taken(text, marked).counts).toMatchObject({ same: 1, changed: 0 });
});

test('what is not scheduled leaves as a task without a date, and a movement without times too', () => {
  const idea = activityRecord(10, 'Idea', { start: undefined, minutes: 90, state: 'done' });
  const idle = movementRecord(12, 'FIN-001', fin.id);
  const waiting = planOf([exerciseRecord(), fin, idea, idle]);
  const { text, events, tasks } = writeIcs(waiting, 0);
  expect([events, tasks]).toEqual([0, 2]);
  expect(text.slice(text.indexOf('BEGIN:VTODO'))).not.toMatch(/DTSTART|DUE|DTEND/);
  expect(text).toContain('STATUS:COMPLETED');
  expect(taken(text, waiting).counts).toEqual({ new: 0, changed: 0, same: 1, leftOut: 1 });
});

const eventOf = (more: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'DTSTART:20270612T140000Z',
    'SUMMARY:Own',
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

test('categories that name participants or a kind are read as these, by code or name; others are passed over', () => {
  const named = eventOf(['UID:x@y', 'CATEGORIES:Business,fin', 'CATEGORIES:Sweden\\; Navy\\, Army,Conference']);
  const both = planOf([exerciseRecord(), fin, swe]);
  const [made] = live(after(both, named), 'activity');
  expect([made?.participants, made?.type]).toEqual([[fin.id, swe.id], 'conference']);
  const [plain] = live(after(both, eventOf(['UID:x@y', 'CATEGORIES:Business,FINLAND'])), 'activity');
  expect([plain?.participants, plain?.type]).toEqual([[], 'serial']);
  // A file that names nobody takes nobody out.
  const kept = after(after(both, named), eventOf(['UID:x@y', 'CATEGORIES:Business', 'STATUS:CONFIRMED']));
  expect(live(kept, 'activity').map(({ participants, state }) => [participants, state])).toEqual([
    [[fin.id, swe.id], 'confirmed'],
  ]);
});

test('our own entry under another identifier is known by its serial number, once, and not where two have it', () => {
  const serial = ['X-ENTENTE-SERIAL:0110', 'X-ENTENTE-KIND:serial', 'X-ENTENTE-STATE:done'];
  const numbered = planOf([exerciseRecord(), activityRecord(10, 'Own', { serial: '0110' })]);
  const { report } = taken(eventOf(['UID:a@other', ...serial]), numbered);
  expect(report.map(({ outcome }) => outcome)).toEqual(['changed']);
  const twice = eventOf([
    'UID:a@other',
    ...serial,
    'END:VEVENT',
    'BEGIN:VEVENT',
    'SUMMARY:Own',
    'DTSTART:20270612T140000Z',
    'UID:b@other',
    ...serial,
  ]);
  expect(taken(twice, numbered).report.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['changed', undefined],
    ['leftOut', 'twice'],
  ]);
  const doubled = planOf([...allRecords(numbered), activityRecord(11, 'Other', { serial: '0110' })]);
  expect(taken(eventOf(['UID:a@other', ...serial]), doubled).counts).toMatchObject({ new: 1, changed: 0 });
});
