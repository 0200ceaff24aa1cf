import {
  movementContent,
  movementTotals,
  nextUln,
  strengthOf,
  withSubordinates,
} from '#shared/plan/movement/totals.ts';
import { planOf } from '#shared/plan/state.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';

const fin = participantRecord(10, 'FIN');
const battalion = unitRecord(20, 'Bn', fin.id, { personnel: 40, vehicles: 6 });
const company = unitRecord(21, 'Coy', fin.id, { parent: battalion.id, personnel: 120 });
const gone = { ...unitRecord(22, 'Gone', fin.id, { personnel: 900 }), deleted: true as const };
const plan = planOf([
  fin,
  battalion,
  company,
  gone,
  movementRecord(30, 'FIN-001', fin.id, { pax: 10, tonnes: 2.5 }),
  movementRecord(31, 'FIN-003', fin.id, { pax: 90, tonnes: 4, state: 'cancelled' }),
]);

test('strength counts each named unit once and none that is deleted or not named', () => {
  expect(strengthOf(plan, [battalion.id, battalion.id, gone.id])).toEqual({ personnel: 40, vehicles: 6 });
  expect(strengthOf(plan, withSubordinates(plan, [battalion.id]))).toEqual({ personnel: 160, vehicles: 6 });
  expect(strengthOf(plan, [uuidOf(99)])).toEqual({ personnel: 0, vehicles: 0 });
});

test('a new line number is the first that is free', () => {
  expect(nextUln(plan, 'FIN')).toBe('FIN-002');
  expect(nextUln(plan, 'SWE')).toBe('SWE-001');
});

test('a movement of units begins with their people', () => {
  expect(movementContent(plan, fin, [battalion.id, company.id])).toMatchObject({
    uln: 'FIN-002',
    units: [battalion.id, company.id],
    pax: 160,
    state: 'draft',
  });
});

test('cancelled movements carry nothing', () => {
  expect(movementTotals(plan.movement.values())).toEqual({ movements: 1, pax: 10, tonnes: 2.5 });
});
