import { applyOps } from '#shared/plan/step.ts';
import { find, planOf } from '#shared/plan/state.ts';
import { setSymbol, setSymbolPart, symbolPart } from '#shared/plan/unit/symbolCode.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';

const fin = participantRecord(10, 'FIN');
const company = unitRecord(20, 'Coy', fin.id, { sidc: '10131000151211000000' });
const staff = unitRecord(21, 'Staff', fin.id, { sidc: '10131002180000000000' });
const plan = planOf([fin, company, staff]);
const context = { plan, actor: 'NOR', newId: () => uuidOf(500) };

const sidcs = (draft: ReturnType<typeof setSymbol>): (string | undefined)[] => {
  const next = draft.ok ? applyOps(plan, draft.value.ops) : draft;
  return next.ok ? [company, staff].map(({ id }) => find(next.value, 'unit', id)?.sidc) : [next.error.code];
};

test('several units get one symbol and keep their own echelons', () => {
  expect(sidcs(setSymbol(context, [company.id, staff.id], 'engineer'))).toEqual([
    '10131000151407000000',
    '10131000181407000000',
  ]);
});

test('status, identity and role are one digit each', () => {
  expect(sidcs(setSymbolPart(context, [company.id], 'status', '1'))[0]).toBe('10131010151211000000');
  expect(sidcs(setSymbolPart(context, [company.id], 'identity', '6'))[0]).toBe('10161000151211000000');
  expect(symbolPart(staff.sidc, 'role')).toBe('2');
});

test('what is so already, and what is gone, changes nothing', () => {
  expect(sidcs(setSymbol(context, [company.id], 'infantry'))).toEqual(['NOTHING_TO_CHANGE']);
  expect(sidcs(setSymbolPart(context, [uuidOf(99)], 'status', '1'))).toEqual(['RECORD_MISSING']);
});
