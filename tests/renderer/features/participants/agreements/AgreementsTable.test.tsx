import { screen, within } from '@testing-library/react';
import { AgreementInspector } from '#renderer/features/participants/agreements/AgreementInspector.tsx';
import { agreementRows } from '#renderer/features/participants/agreements/rows.ts';
import { ParticipantInspector } from '#renderer/features/participants/ParticipantInspector.tsx';
import { ParticipantsView } from '#renderer/features/participants/ParticipantsView.tsx';
import { UnitInspector } from '#renderer/features/forces/UnitInspector.tsx';
import { usePlan } from '#renderer/state/plan.ts';
import { select, useView } from '#renderer/state/view.ts';
import { startWords } from '#renderer/ui/words.ts';
import type { Agreement } from '#shared/plan/agreement/schema.ts';
import { live, planOf } from '#shared/plan/state.ts';
import { timeResolver } from '#shared/plan/times.ts';
import { exerciseRecord, locationRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';
import { showPlan, WithInspector } from '#tests/support/show.tsx';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

const nor = participantRecord(10, 'NOR', 'Norway', { role: 'host', flag: 'NO' });
const swe = participantRecord(11, 'SWE', 'Sweden', { flag: 'SE' });
const agreement = (more: Partial<Agreement> = {}): Agreement => ({
  id: uuidOf(90),
  kind: 'agreement',
  owner: 'NOR',
  stamp: stampAt(90),
  title: 'Visiting forces',
  type: 'TA',
  host: nor.id,
  parties: [nor.id, swe.id],
  nations: [],
  covers: [],
  ...more,
});

beforeAll(() => startWords('en'));
afterEach(() => select('agreement', []));

const showRegister = (...more: Agreement[]) =>
  showPlan(
    [exerciseRecord(), nor, swe, ...more],
    <WithInspector kind="agreement" view={ParticipantsView} inspector={AgreementInspector} />,
  );
const agreements = () => live(usePlan.getState().plan, 'agreement');

test('an empty register says what belongs there, and its first line names the host', async () => {
  const user = showRegister();
  await user.click(screen.getByText('Agreements'));
  expect(screen.getByText(/papers under which forces may come/)).toBeVisible();
  await user.click(screen.getAllByRole('button', { name: 'Add agreement' })[0] as HTMLElement);
  expect(agreements()).toMatchObject([{ title: 'New agreement', host: nor.id, parties: [nor.id] }]);
  expect(useView.getState().selection).toEqual({ kind: 'agreement', ids: [agreements()[0]?.id] });
});

test('a jump to an agreement shows the register, and it is edited in the inspector', async () => {
  select('agreement', [uuidOf(90)]);
  const user = showRegister(agreement());
  expect(screen.getByRole('grid', { name: 'Agreements' })).toBeVisible();
  const inspector = within(screen.getByRole('complementary'));
  await user.type(inspector.getByRole('textbox', { name: 'Signed' }), '010800ZJUN27{Enter}');
  expect(agreements()[0]?.signedOn).toEqual({ at: '2027-06-01T08:00:00Z' });
  await user.click(inspector.getByRole('combobox', { name: /Type/ }));
  await user.click(await screen.findByRole('option', { name: 'Memorandum of understanding' }));
  expect(inspector.getByText(/others are frames and steps/)).toBeVisible();
});

test('a row says whether the paper is in force, against the day on which it is read', () => {
  const stateAt = (day: string, more: Partial<Agreement>) => {
    const plan = planOf([exerciseRecord(), nor, swe, agreement(more)]);
    return agreementRows(plan, timeResolver(plan), [], Date.parse(`${day}T12:00:00Z`))[0]?.state;
  };
  const signed = {
    signedOn: { at: '2027-03-01T00:00:00Z' },
    inForceFrom: { at: '2027-04-01T00:00:00Z' },
    inForceUntil: { at: '2027-07-01T00:00:00Z' },
  };
  expect(stateAt('2027-05-01', {})).toBe('unsigned');
  expect(['2027-02-01', '2027-03-15', '2027-05-01', '2027-08-01'].map((day) => stateAt(day, signed))).toEqual([
    'ahead',
    'notYet',
    'inForce',
    'ended',
  ]);
});

test('a caveat is written on a participant, and a unit shows what binds it from above', async () => {
  const unit = unitRecord(20, 'Coy', swe.id);
  const records = [exerciseRecord(), nor, swe, unit, locationRecord(30, 'Bergen')];
  const user = showPlan(records, <ParticipantInspector ids={[swe.id]} />);
  const section = within(screen.getByRole('region', { name: 'National caveats' }));
  await user.click(section.getByRole('button', { name: 'Add caveat' }));
  const words = section.getByRole('textbox', { name: /In words/ });
  await user.clear(words);
  await user.type(words, 'No night duty.{Enter}');
  await user.type(section.getByRole('textbox', { name: 'Hours from' }), '2500{Enter}');
  expect(section.getByText(/Write an hour as HHMM/)).toBeVisible();
  const from = section.getByRole('textbox', { name: /Hours from/ });
  await user.clear(from);
  await user.type(from, '2200{Enter}');
  await user.type(section.getByRole('textbox', { name: 'until' }), '0600{Enter}');
  await user.click(section.getByRole('checkbox', { name: 'Possible with national approval' }));
  expect(live(usePlan.getState().plan, 'participant')[1]?.caveats).toMatchObject([
    { text: 'No night duty.', from: '2200', until: '0600', needsApproval: true },
  ]);
});

test('a unit shows what binds it from above beside its own, which goes when it is removed', async () => {
  const caveat = (n: number, text: string) => ({
    id: uuidOf(n),
    text,
    areas: [],
    countries: [],
    tasks: [],
    needsApproval: false,
  });
  const nation = { ...swe, caveats: [caveat(1, 'From the nation.')] };
  const unit = unitRecord(20, 'Coy', swe.id, { caveats: [caveat(2, 'Own.')] });
  const user = showPlan([exerciseRecord(), nor, nation, unit], <UnitInspector ids={[unit.id]} />);
  expect(screen.getByText('From the nation.')).toBeVisible();
  expect(screen.getByText('From Sweden')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Remove the caveat “Own.”' }));
  expect(live(usePlan.getState().plan, 'unit')[0]?.caveats).toBeUndefined();
});
