import { headOf } from '#electron/outgoing/save.ts';
import type { Label } from '#shared/label/label.ts';
import { planOf } from '#shared/plan/state.ts';
import { exerciseRecord } from '#tests/support/plans.ts';
import { unitRecord, participantRecord } from '#tests/support/records.ts';

const marked = (classification: string, releasableTo: string[]): Label => ({
  policy: 'EXERCISE',
  classification,
  releasableTo,
});
const pol = participantRecord(10, 'POL', 'Poland');
const unit = unitRecord(20, 'Company', pol.id, { label: marked('RESTRICTED', ['NOR', 'POL']) });
const plan = planOf([exerciseRecord(), pol, unit]);

test('a table is marked by the records that it names, and no higher', () => {
  expect(headOf(plan, [unit.id], 0).marking).toBe('RESTRICTED – REL TO NOR, POL');
  expect(headOf(plan, [pol.id], 0).marking).toBe('NATO UNCLASSIFIED');
});

test('what it tells of a bundle counts as well: the stricter of both in each respect', () => {
  expect(headOf(plan, [pol.id], 0, marked('CONFIDENTIAL', [])).marking).toBe('CONFIDENTIAL');
  expect(headOf(plan, [unit.id], 0, marked('UNCLASSIFIED', ['POL', 'SWE'])).marking).toBe('RESTRICTED – REL TO POL');
});
