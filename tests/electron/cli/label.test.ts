import { done, introduce, newDesk, reasonOf } from './desk.ts';

const desk = newDesk();
const norway = desk.planner('NOR');
let exercise = '';
let unit: { id: string; name: string; owner: string };

beforeAll(async () => {
  await introduce(desk, ['NOR', 'POL']);
  exercise = done(await norway.run('exercise', 'create', '--sample')).trim();
  const records = (await norway.ask('dump', '--exercise', exercise)) as unknown as {
    id: string;
    kind: string;
    name: string;
    owner: string;
    parent?: string;
  }[];
  const found = records.find(({ kind, parent }) => kind === 'unit' && parent !== undefined);
  if (found === undefined) throw new Error('the sample has no unit');
  unit = found;
});
afterAll(desk.clear);

const label = (...more: readonly string[]) => norway.run('label', '--exercise', exercise, '--record', unit.id, ...more);
const preview = () => norway.ask('release', 'preview', '--exercise', exercise, '--to', 'POL');

test('a record says how it is marked and by what', async () => {
  const said = done(await label());
  expect(said).toContain(unit.name);
  expect(said).toContain('inherited from Northern Beacon 2027');
});

test('what is marked for others stays, and the preview says why; inherited again it goes', async () => {
  expect(done(await label('--rel', 'FIN,SWE', '--caveat', 'NO COPIES'))).toMatch(
    /FIN, SWE – NO COPIES\norigin {7}its own/,
  );
  const held = (await preview())['held'] as readonly { id: string; reason: string }[];
  expect(held.find(({ id }) => id === unit.id)?.reason).toBe('NOT_RELEASABLE');
  expect(JSON.stringify((await preview())['sections'])).not.toContain(unit.id);
  expect(done(await label('--inherit'))).toContain('inherited');
  expect(JSON.stringify((await preview())['sections'])).toContain(unit.id);
});

test('a preview for what is no code of a nation is refused', async () => {
  const said = await norway.run('release', 'preview', '--exercise', exercise, '--to', 'pol');
  expect(reasonOf(said)).toBe('NATION_CODE');
});

test('the preview is what is exported', async () => {
  const sections = (await preview())['sections'] as readonly { records: readonly unknown[] }[];
  const file = desk.file('to-poland.entente');
  done(await norway.run('export', '--exercise', exercise, '--to', 'POL', '--out', file));
  const bundle = await desk.planner('POL').ask('inspect', file);
  expect(bundle['content']).toEqual(sections.flatMap(({ records }) => records));
});

test('a level that its policy does not have, and what is no code of a nation, change nothing', async () => {
  const before = done(await label());
  const unknown = await label('--classification', 'RESTRICTD');
  expect(reasonOf(unknown)).toBe('LABEL_LEVEL_UNKNOWN');
  expect(unknown.err).toContain('RESTRICTED');
  expect(reasonOf(await label('--policy', 'NONE', '--classification', 'SECRET'))).toBe('LABEL_LEVEL_UNKNOWN');
  expect(reasonOf(await label('--rel', 'FIN,swe'))).toBe('NATION_CODE');
  expect(done(await label())).toBe(before);
});

test('no record is a refusal, and the exercise inherits nothing', async () => {
  expect((await norway.run('label', '--exercise', exercise, '--inherit')).exit).toBe(2);
  expect(reasonOf(await norway.run('label', '--exercise', exercise, '--record', 'nobody'))).toBe('RECORD_MISSING');
  expect((await norway.run('label')).exit).toBe(2);
  expect((await norway.run('release', 'preview', '--exercise', exercise)).exit).toBe(2);
});
