/** Tables and the schedule as files, and a calendar back in, on the command line. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { TABLE_NAMES } from '#shared/interchange/table/tables.ts';
import { type Desk, done, introduce, newDesk, type Planner, reasonOf } from './desk.ts';

const FIXTURE = path.resolve(__dirname, '../../shared/interchange/fixtures/committee.ics');

let desk: Desk;
let nor: Planner;
let exercise: string;
beforeEach(async () => {
  desk = newDesk();
  nor = desk.planner('NOR');
  done(await nor.run('identity', 'create', '--nation', 'NOR', '--name', 'Planner'));
  exercise = done(await nor.run('exercise', 'create', '--sample')).trim();
});
afterEach(() => desk.clear());

const partOf = (file: string, name: string): string =>
  new TextDecoder().decode(unzipSync(readFileSync(file))[name] ?? new Uint8Array());

test('every table leaves as CSV, marked, and is in the log', async () => {
  for (const name of TABLE_NAMES) {
    const file = desk.file(`${name}.csv`);
    done(await nor.run('table', name, '--exercise', exercise, '--out', file));
    expect(readFileSync(file, 'utf8').split('\r\n')[0]).toMatch(/^\uFEFFUNCLASSIFIED.*,\d{6}Z[A-Z]{3}\d\d$/);
  }
  const log = done(await nor.run('audit', 'show', '--group', 'print', '--limit', '20'));
  expect(log.match(/TABLE_SAVED/g)).toHaveLength(TABLE_NAMES.length);
  expect(log).toMatch(/Table “Activities” saved as activities.csv: \d+ rows, UNCLASSIFIED/);
});

test('partners, exercises, what was sent, what would leave and the log are tables too, in the language asked for', async () => {
  await introduce(desk, ['POL']);
  done(await nor.run('partner', 'add', desk.file('POL.entente-card')));
  const bundle = desk.file('plan.entente');
  done(await nor.run('export', '--exercise', exercise, '--to', 'POL', '--out', bundle));
  const saved = async (name: string, ...more: readonly string[]): Promise<readonly string[]> => {
    const file = desk.file(`${name}.csv`);
    done(await nor.run('table', name, '--out', file, ...more));
    const [head = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    // Marked by what it names: the sample's label has nations, a list of partners has none.
    expect(head).toMatch(/^\uFEFF"?UNCLASSIFIED/);
    return rows;
  };
  expect((await saved('partners', '--language', 'fr'))[1]).toMatch(/^POL,Planner POL,non vérifiée,leurs plans,tous,/);
  expect((await saved('partners', '--language', 'en'))[1]).toMatch(/^POL,Planner POL,not verified,plans,all,/);
  expect((await saved('exercises'))[1]).toMatch(/^Northern Beacon 2027,/);
  expect((await saved('sent', '--exercise', exercise, '--language', 'fr'))[1]).toMatch(
    /^1,\d{4}-.*,paquet,plan.entente,POL Planner POL,pas encore confirmé,,,$/,
  );
  const release = await saved('release', '--exercise', exercise, '--to', 'POL', '--language', 'fr');
  expect(release.length).toBeGreaterThan(400);
  expect(release[1]).toMatch(/^Exercice,Northern Beacon 2027,NOR,en entier/);
  expect((await saved('audit', '--text', 'exportée', '--language', 'fr'))[1]).toMatch(/Révision 1 exportée/);
  expect(await saved('audit', '--text', 'exportée', '--language', 'en')).toHaveLength(1);
});

test('what a bundle would change is a table field by field, marked as the bundle is, and nothing changes', async () => {
  await introduce(desk, ['POL']);
  const pol = desk.planner('POL');
  done(await nor.run('identity', 'export', desk.file('NOR.entente-card')));
  done(await nor.run('partner', 'add', desk.file('POL.entente-card'), '--verified'));
  done(await pol.run('partner', 'add', desk.file('NOR.entente-card'), '--verified'));
  const bundle = desk.file('plan one.entente');
  done(await nor.run('export', '--exercise', exercise, '--to', 'POL', '--out', bundle));
  const file = desk.file('review.csv');
  const review = async (...more: readonly string[]): Promise<readonly string[]> => {
    done(await pol.run('table', 'review', bundle, '--out', file, ...more));
    return readFileSync(file, 'utf8').trimEnd().split('\r\n');
  };
  // Of an exercise that is not here yet every record comes whole.
  const first = await review('--language', 'en');
  expect(first[0]).toMatch(/^\uFEFF"?UNCLASSIFIED.*plan one\.entente/);
  expect(first[2]).toMatch(/^new,Exercise,Northern Beacon 2027,NOR,,,,,No$/);
  expect(first.length).toBeGreaterThan(400);
  expect(await pol.ask('exercise', 'list')).toEqual([]);
  done(await pol.run('import', bundle, '--accept', 'all'));
  const marked = ['--policy', 'EXERCISE', '--classification', 'RESTRICTED'];
  done(await nor.run('label', '--exercise', exercise, ...marked));
  done(await nor.run('export', '--exercise', exercise, '--to', 'POL', '--out', bundle));
  const changed = (await review('--language', 'fr', '--accept', 'own')).slice(2);
  expect(changed[0]).toMatch(
    /^modifié,Exercice,Northern Beacon 2027,NOR,Marquage,.*UNCLASSIFIED.*,.*RESTRICTED.*,Oui$/,
  );
  expect(readFileSync(file, 'utf8')).toMatch(/^\uFEFF"?RESTRICTED/);
  expect((await review())[2]).toMatch(/,(No|Non)$/);
  expect(done(await pol.run('audit', 'show', '--limit', '1'))).toContain('TABLE_SAVED');
});

test('a table of a review needs a bundle, and one that may be taken in', async () => {
  const out = ['--out', desk.file('x.csv')];
  expect((await nor.run('table', 'review', ...out)).exit).toBe(2);
  const file = desk.file('none.entente');
  expect(reasonOf(await nor.run('table', 'review', file, ...out))).toBe('FILE_NOT_READ');
  expect((await nor.run('table', 'review', file, '--accept', 'some', ...out)).exit).toBe(2);
  writeFileSync(file, 'PK no bundle');
  expect(reasonOf(await nor.run('table', 'review', file, ...out))).toMatch(/^[A-Z_]+$/);
  expect(done(await nor.run('audit', 'show', '--limit', '1'))).toContain('REFUSED');
});

test('a table of an exercise needs one, a release its nations', async () => {
  const out = ['--out', desk.file('x.csv')];
  expect((await nor.run('table', 'sent', ...out)).exit).toBe(2);
  expect((await nor.run('table', 'release', '--exercise', exercise, ...out)).exit).toBe(2);
  expect(reasonOf(await nor.run('table', 'sent', '--exercise', 'none', ...out))).toBe('VAULT_EXERCISE_UNKNOWN');
});

test('a workbook has real dates, numbers as numbers and text as text', async () => {
  const file = desk.file('movements.xlsx');
  done(await nor.run('table', 'movements', '--exercise', exercise, '--out', file));
  const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
  expect(partOf(file, 'xl/workbook.xml')).toContain('Movements');
  expect(partOf(file, 'xl/styles.xml')).toContain('yyyy-mm-dd hh:mm');
  // 2027-05-25 06:00 UTC as a spreadsheet counts days.
  expect(sheet).toMatch(/<v>46532\.25<\/v>/);
  expect(sheet).not.toContain('<f>');
  const strings = partOf(file, 'xl/sharedStrings.xml') + sheet;
  expect(strings).toContain('250600ZMAY27');
});

test('wrong names and endings are wrong usage; what cannot be written says why', async () => {
  expect((await nor.run('table', 'secrets', '--exercise', exercise, '--out', desk.file('x.csv'))).exit).toBe(2);
  expect((await nor.run('table', 'units', '--exercise', exercise, '--out', desk.file('x.doc'))).exit).toBe(2);
  const nowhere = path.join(desk.file('nowhere'), 'x.csv');
  expect(reasonOf(await nor.run('table', 'units', '--exercise', exercise, '--out', nowhere))).toBe('FILE_NO_FOLDER');
});

test('a calendar is reported entry by entry, then taken in; again it has nothing new', async () => {
  const file = desk.file('committee.ics');
  copyFileSync(FIXTURE, file);
  const report = done(await nor.run('import', file, '--exercise', exercise));
  expect(report).toContain('Left out');
  expect(report).toContain('its time zone is neither in the file nor known');
  expect(report).toMatch(/new 8, changed 0, same 0, left out 5\n$/);
  expect(await nor.ask('import', file, '--exercise', exercise, '--accept', 'all')).toMatchObject({ taken: 8 });
  expect(await nor.ask('import', file, '--exercise', exercise, '--accept', 'all')).toMatchObject({
    taken: 0,
    counts: { new: 0, changed: 0, same: 8, leftOut: 5 },
  });
  writeFileSync(file, readFileSync(file, 'utf8').replace('SUMMARY:Papers out', 'SUMMARY:Papers out to all'));
  expect(await nor.ask('import', file, '--exercise', exercise, '--accept', 'all')).toMatchObject({
    taken: 1,
    counts: { changed: 1 },
  });
  expect((await nor.run('import', file)).exit).toBe(2);
});

test('the schedule leaves as a calendar that changes nothing when it comes back', async () => {
  const file = desk.file('plan.ics');
  expect(done(await nor.run('calendar', 'export', '--exercise', exercise, '--out', file))).toContain('UNCLASSIFIED');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('BEGIN:VTIMEZONE');
  expect(text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(300);
  const { counts } = await nor.ask('import', file, '--exercise', exercise);
  expect(counts).toMatchObject({ new: 0, changed: 0 });
  expect(done(await nor.run('audit', 'show', '--limit', '3'))).toContain('CALENDAR_SAVED');
});

test('a broken calendar is refused and nothing changes', async () => {
  const file = desk.file('broken.ics');
  writeFileSync(file, 'BEGIN:VCALENDAR\r\nEND:VEVENT\r\n');
  expect(reasonOf(await nor.run('import', file, '--exercise', exercise, '--accept', 'all'))).toBe('ICS_END');
});
