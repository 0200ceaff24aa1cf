import { writeFileSync } from 'node:fs';
import { type Desk, done, newDesk, type Planner, reasonOf } from './desk.ts';

let desk: Desk;
let nor: Planner;
beforeEach(async () => {
  desk = newDesk();
  nor = desk.planner('NOR');
  done(await nor.run('identity', 'create', '--nation', 'NOR', '--name', 'Planner'));
});
afterEach(() => desk.clear());

const SCENARIO = JSON.stringify({
  type: 'ORBAT-mapper',
  id: 'scenario-1',
  version: '2.1.0',
  name: 'Harbour guard',
  sides: [
    {
      id: 'side-1',
      name: 'Friend',
      standardIdentity: '3',
      groups: [
        {
          id: 'group-1',
          name: 'Land',
          subUnits: [
            {
              id: 'unit-1',
              name: '1 Brigade',
              sidc: '10031000181211000000',
              subUnits: [{ id: 'unit-2', name: '2 Battalion', sidc: '10031000161211000000', subUnits: [] }],
            },
          ],
        },
      ],
    },
  ],
  events: [],
  layers: [],
  mapLayers: [],
});

const fileWith = (text: string): string => {
  writeFileSync(desk.file('forces'), text);
  return desk.file('forces');
};

const exercises = () => nor.ask('exercise', 'list') as unknown as Promise<{ id: string; name: string }[]>;

test('a report comes first and changes nothing', async () => {
  expect(done(await nor.run('import', fileWith(SCENARIO)))).toMatch(/^Taken .*Units: 2$/m);
  expect(await exercises()).toEqual([]);
});

test('what is accepted makes an exercise with the units of the file', async () => {
  done(await nor.run('import', fileWith(SCENARIO), '--accept', 'all'));
  const [made] = await exercises();
  const lines = done(await nor.run('dump', '--exercise', made?.id ?? ''));
  const units = lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; name?: string })
    .filter(({ kind }) => kind === 'unit');
  expect(units.map(({ name }) => name)).toEqual(expect.arrayContaining(['1 Brigade', '2 Battalion']));
});

test('into an exercise that is not there nothing is taken', async () => {
  const order = ['import', fileWith(SCENARIO), '--accept', 'all', '--exercise', 'none'];
  expect(reasonOf(await nor.run(...order))).toBe('VAULT_EXERCISE_UNKNOWN');
  expect(await exercises()).toEqual([]);
});

test.each(['{', '{"type":"other"}', '<html/>', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])(
  'of %s nothing is taken',
  async (text) => {
    expect(reasonOf(await nor.run('import', fileWith(text), '--accept', 'all'))).toMatch(/^[A-Z_]{5,}$/);
    expect(await exercises()).toEqual([]);
  },
);

test('a file without units makes no empty exercise', async () => {
  const empty = JSON.stringify({ ...(JSON.parse(SCENARIO) as object), sides: [] });
  expect(reasonOf(await nor.run('import', fileWith(empty), '--accept', 'all'))).toBe('NOTHING_TO_CHANGE');
  expect(await exercises()).toEqual([]);
});
