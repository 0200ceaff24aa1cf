import { wordIn } from '#electron/cli/words.ts';
import { csvOf, type SheetTable } from '#shared/interchange/table/csv.ts';
import { TABLE_NAMES, namedTable } from '#shared/interchange/table/tables.ts';
import { planOf } from '#shared/plan/state.ts';
import { sampleDraft } from '#shared/sample/sample.ts';
import { EMPTY_PLAN } from '#shared/plan/state.ts';
import { applyOps } from '#shared/plan/step.ts';
import { stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord } from '#tests/support/records.ts';
import { linkRecord } from '#tests/support/schedule.ts';

const head = { marking: 'NATO RESTRICTED – REL TO FIN', exercise: 'NOBE 27', at: Date.UTC(2027, 5, 12, 14) };
const table: SheetTable = {
  name: 'Movements',
  columns: [
    { header: 'Name', form: 'text' },
    { header: 'Tonnes', form: 'number' },
    { header: 'Departure', form: 'time' },
  ],
  rows: [
    ['Convoy, "north"', -12.5, Date.UTC(2027, 5, 12, 6, 30)],
    ['=cmd|calc', null, null],
    ['-1+1', 0, null],
    ['@SUM(A1)\nmore', 3, null],
  ],
};

test('the marking stands first, times as dates and groups, and nothing is taken for a formula', () => {
  expect(csvOf(table, head).split('\r\n')).toEqual([
    '\uFEFFNATO RESTRICTED – REL TO FIN,NOBE 27,Movements,121400ZJUN27',
    'Name,Tonnes,Departure (UTC),Departure (DTG)',
    '"Convoy, ""north""",-12.5,2027-06-12T06:30:00Z,120630ZJUN27',
    "'=cmd|calc,,,",
    "'-1+1,0,,",
    '"\'@SUM(A1)\nmore",3,,',
    '',
  ]);
});

test('every table of the sample has its rows, each as wide as its headers', () => {
  let n = 0;
  const draft = sampleDraft({ plan: EMPTY_PLAN, actor: 'NOR', newId: () => uuidOf((n += 1)) });
  if (!draft.ok) throw new Error(draft.error.code);
  const done = applyOps(
    EMPTY_PLAN,
    draft.value.ops.map((op) => ({ ...op, after: { ...op.after, stamp: stampAt(1) } })),
  );
  if (!done.ok) throw new Error(done.error.code);
  for (const name of TABLE_NAMES) {
    const { table: one, ids } = namedTable(done.value, name, wordIn('fr'));
    // In the sample everything has its time.
    if (name === 'unscheduled') continue;
    expect(one.rows.length).toBeGreaterThan(0);
    for (const row of one.rows) expect(row).toHaveLength(one.columns.length);
    expect(ids.length).toBeGreaterThan(0);
  }
});

test('what is not scheduled has empty times', () => {
  const { table: one } = namedTable(
    planOf([activityRecord(1, 'Idea', { start: undefined })]),
    'activities',
    wordIn('en'),
  );
  expect(one.rows[0]?.slice(1, 5)).toEqual(['Idea', 'Serial', null, null]);
});

test('dependencies are told by their ends, activities and movements alike; an end that is not there stays empty', () => {
  const [serial, lift] = [activityRecord(1, 'Idea'), movementRecord(2, 'FIN-S1', uuidOf(3))];
  const plan = planOf([
    serial,
    lift,
    linkRecord(4, lift.id, serial.id, 'SS', 30),
    linkRecord(5, serial.id, lift.id),
    linkRecord(6, uuidOf(99), lift.id),
  ]);
  const { table: one } = namedTable(plan, 'dependencies', wordIn('en'));
  expect(one.rows.map((row) => row.slice(0, 4))).toEqual([
    ['FIN-S1', 'Idea', 'SS', 30],
    ['Idea', 'FIN-S1', 'FS', 0],
    ['', 'FIN-S1', 'FS', 0],
  ]);
});

test('the states of movements agree with their gender in French', () => {
  const plan = planOf([movementRecord(2, 'FIN-S1', uuidOf(3), { state: 'planned' }), activityRecord(1, 'Idea')]);
  const { table: movements } = namedTable(plan, 'movements', wordIn('fr'));
  const { table: activities } = namedTable(plan, 'activities', wordIn('fr'));
  expect(movements.rows[0]).toContain('Prévu');
  expect(activities.rows[0]).toContain('Prévue');
});

test('the words of a table are those of its language, headers and members alike', () => {
  const plan = planOf([activityRecord(1, 'Idea', { start: undefined, state: 'draft' })]);
  const ofLanguage = (language: 'en' | 'fr') => {
    const { table: one } = namedTable(plan, 'unscheduled', wordIn(language));
    return [one.name, one.columns[1]?.header, one.rows[0]?.[2], one.columns[5]?.header];
  };
  expect(ofLanguage('en')).toEqual(['Not scheduled', 'Title', 'Serial', 'Length (min)']);
  expect(ofLanguage('fr')).toEqual(['À programmer', 'Titre', 'Sérial', 'Durée (min)']);
});
