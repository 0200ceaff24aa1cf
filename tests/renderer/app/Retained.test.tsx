/** What a plan retains of another nation, where a person reads it: whose, since when, and what ends it. */
import { act, screen } from '@testing-library/react';
import { InspectorLabel } from '#renderer/app/InspectorLabel.tsx';
import { usePlan } from '#renderer/state/plan.ts';
import { UnitCaveats } from '#renderer/ui/caveats/UnitCaveats.tsx';
import { setLanguage, startWords } from '#renderer/ui/words.ts';
import type { Label } from '#shared/label/label.ts';
import type { Caveat } from '#shared/plan/caveat/schema.ts';
import { exerciseRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';
import { showPlan } from '#tests/support/show.tsx';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

const label: Label = { policy: 'NATO', classification: 'NATO RESTRICTED', releasableTo: [], caveat: 'FRANCE ONLY' };
const caveat = (n: number, text: string): Caveat => ({
  id: uuidOf(n),
  text,
  areas: [],
  countries: [],
  tasks: [],
  needsApproval: false,
});
const from = [{ nation: 'FRA', title: 'Battalion' }];
const nation = participantRecord(10, 'POL', 'Poland', { owner: 'POL' });
const company = unitRecord(21, 'Company', nation.id, {
  owner: 'POL',
  caveats: [caveat(31, 'By day only')],
  retained: {
    label: { label, from, since: stampAt(0) },
    caveats: { caveats: [caveat(30, 'No crossing')], from },
  },
});
const platoon = unitRecord(22, 'Platoon', nation.id, { owner: 'POL', parent: company.id });
const plain = unitRecord(23, 'Plain', nation.id, { owner: 'POL' });
const records = [exerciseRecord(), nation, company, platoon, plain];

const showLabel = (id: string) => showPlan(records, <InspectorLabel parts={[{ kind: 'unit', ids: [id] }]} />);
const companyNow = () => usePlan.getState().plan.unit.get(company.id);

beforeEach(() => startWords('en'));

test('a marking that is kept says whose it was, since when, and what ends it', async () => {
  const user = showLabel(company.id);
  expect(screen.getByText(/Kept as strict as FRA marked Battalion, since 150800ZJAN27/)).toBeVisible();
  expect(screen.getByText(/“Inherit again” or another marking ends that/)).toBeVisible();
  expect(screen.queryByText(/inherited from/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Inherit again' }));
  expect(companyNow()?.retained).toEqual({ caveats: company.retained?.caveats });
  expect(screen.queryByText(/Kept as strict/)).toBeNull();
});

test('where it is inherited, a marking of its own is what ends it', () => {
  showLabel(platoon.id);
  expect(screen.getByText(/Kept as strict as FRA marked Battalion/)).toBeVisible();
  expect(screen.getByText('A marking of its own ends that for this record.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Inherit again' })).toBeNull();
});

test('nothing of it stands where nothing is kept', () => {
  showLabel(plain.id);
  expect(screen.getByText('Marking')).toBeVisible();
  expect(screen.queryByText(/Kept|ends that/)).toBeNull();
  expect(screen.getByText(/inherited from|no marking/i)).toBeVisible();
});

test('a caveat that is kept says so, the owner’s own beside it does not', () => {
  showPlan(records, <UnitCaveats unit={company} onChange={() => {}} />);
  expect(screen.getAllByText(/^Kept:/).map((note) => note.textContent)).toEqual([
    'Kept: FRA’s caveat on Battalion, which another nation took away. It ends when FRA withdraws it or you remove it here.',
  ]);
});

test('it says since when, each caveat for itself, where that is known', async () => {
  const caveats = [caveat(30, 'No crossing'), caveat(32, 'No night moves'), caveat(33, 'Not at sea')];
  const since = { [uuidOf(30)]: stampAt(0), [uuidOf(32)]: stampAt(24 * 3_600_000) };
  const later = { ...company, retained: { caveats: { caveats, from, since } } };
  const notes = () => screen.getAllByText(/^(Kept|Maintenue)/).map(({ textContent }) => textContent?.split(' on ')[0]);
  showPlan(records, <UnitCaveats unit={later} onChange={() => {}} />);
  expect(notes()).toEqual([
    'Kept since 150800ZJAN27: FRA’s caveat',
    'Kept since 160800ZJAN27: FRA’s caveat',
    'Kept: FRA’s caveat',
  ]);
  await act(() => setLanguage('fr'));
  expect(screen.getByText(/^Maintenue depuis 150800ZJAN27 : restriction de FRA sur Battalion/)).toBeVisible();
});

test('removed here, it is gone from the list that is said', async () => {
  let said: readonly Caveat[] | undefined;
  const user = showPlan(records, <UnitCaveats unit={company} onChange={(caveats) => (said = caveats)} />);
  await user.click(screen.getByRole('button', { name: /Remove the caveat “No crossing”/ }));
  expect(said?.map(({ text }) => text)).toEqual(['By day only']);
});

test('in French as well', async () => {
  await startWords('fr');
  showLabel(company.id);
  expect(
    screen.getByText(/Maintenu aussi strict que le marquage de Battalion par FRA, depuis 150800ZJAN27/),
  ).toBeVisible();
  expect(screen.getByText(/« Hériter de nouveau » ou un autre marquage y met fin/)).toBeVisible();
});
