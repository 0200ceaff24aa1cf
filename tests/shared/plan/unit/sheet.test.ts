import { planOf } from '#shared/plan/state.ts';
import { addUnits, cellsOfUnits, type SheetNames, unitsFromCells } from '#shared/plan/unit/sheet.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';

const names: SheetNames = {
  fields: {
    name: ['Name', 'Nom'],
    shortName: ['Short name'],
    sidc: ['SIDC'],
    personnel: ['Personnel'],
    vehicles: ['Vehicles'],
    homeStation: ['Home station'],
    readiness: ['Readiness'],
    noticeHours: ['Notice'],
    remarks: ['Remarks'],
  },
  readiness: { ready: ['Ready', 'Disponible'], limited: ['Limited'], 'not-ready': ['Not ready'] },
};
const SIDC = '10131000151211000000';
const fin = participantRecord(10, 'FIN');

test('rows without headers are read in the usual order', () => {
  const { units, problems } = unitsFromCells(
    [['1 Coy', '1C', SIDC, '1 200', '14', 'Turku', 'Disponible', '48']],
    names,
  );
  expect(problems).toEqual([]);
  expect(units).toEqual([
    {
      name: '1 Coy',
      shortName: '1C',
      sidc: SIDC,
      personnel: 1200,
      vehicles: 14,
      homeStation: 'Turku',
      readiness: 'ready',
      noticeHours: 48,
    },
  ]);
});

test('headers set the columns, unknown ones are passed over, and empty rows too', () => {
  const block = [
    ['Personnel', 'Colour', 'NOM'],
    ['90', 'blue', 'Signals Plt'],
    ['', '', ''],
  ];
  expect(unitsFromCells(block, names).units).toEqual([
    { name: 'Signals Plt', personnel: 90, sidc: '10131000000000000000' },
  ]);
});

test('each cell that cannot be taken is named by row and column', () => {
  const block = [
    ['Name', 'SIDC', 'Personnel', 'Readiness'],
    ['', SIDC, '-4', 'Ready'],
    ['B', '1.0131E+19', '12', 'asleep'],
    ['C', '1013', '2,5', ''],
  ];
  const found = unitsFromCells(block, names).problems.map(({ row, column, code }) => `${row}.${column} ${code}`);
  expect(found).toEqual([
    '2.1 CELL_NAME_MISSING',
    '2.3 CELL_NUMBER',
    '3.2 CELL_SIDC_ROUNDED',
    '3.4 CELL_READINESS',
    '4.2 CELL_SIDC',
    '4.3 CELL_NUMBER',
  ]);
});

test('text longer than a field is refused, not cut', () => {
  expect(unitsFromCells([['x'.repeat(161)]], names).problems).toEqual([
    { row: 1, column: 1, field: 'name', code: 'CELL_LONG', text: 'x'.repeat(60) },
  ]);
});

test('what is copied can be pasted again', () => {
  const unit = unitRecord(20, 'Coy', fin.id, { personnel: 90, readiness: 'limited', noticeHours: 0, remarks: 'None' });
  const { units } = unitsFromCells(cellsOfUnits([unit], names), names);
  expect(units).toEqual([
    { name: 'Coy', sidc: unit.sidc, personnel: 90, readiness: 'limited', noticeHours: 0, remarks: 'None' },
  ]);
});

test('rows become units of a place in one step, behind those that are there', () => {
  const brigade = unitRecord(20, 'Brigade', fin.id);
  const old = unitRecord(21, 'Old', fin.id, { parent: brigade.id, position: 7 });
  let n = 500;
  const context = { plan: planOf([fin, brigade, old]), actor: 'NOR', newId: () => uuidOf((n += 1)) };
  const rows = ['A', 'B'].map((name) => ({ name, sidc: SIDC }));
  const draft = addUnits(context, rows, { parent: brigade.id });
  expect(
    draft.ok && draft.value.ops.map(({ after }) => [after?.['name'], after?.['position'], after?.['owner']]),
  ).toEqual([
    ['A', 8, 'NOR'],
    ['B', 9, 'NOR'],
  ]);
  expect(addUnits(context, rows, { parent: uuidOf(99) })).toMatchObject({ error: { code: 'REFERENCE_MISSING' } });
  expect(addUnits(context, [], { participant: fin.id })).toMatchObject({ error: { code: 'NOTHING_TO_CHANGE' } });
});
