import { screen, within } from '@testing-library/react';
import { Problems } from '#renderer/app/Problems.tsx';
import { usePlan } from '#renderer/state/plan.ts';
import { findingsTable } from '#renderer/ui/findingsTable.ts';
import { planOf } from '#shared/plan/state.ts';
import { activityRecord } from '#tests/support/records.ts';
import { useFindings } from '#renderer/state/findings.ts';
import { useView } from '#renderer/state/view.ts';
import { startWords } from '#renderer/ui/words.ts';
import { checks } from '#shared/messages/en/checks.ts';
import { FAMILIES, familyOf } from '#shared/plan/checks/families.ts';
import type { Finding } from '#shared/plan/checks/finding.ts';
import { exerciseRecord, uuidOf } from '#tests/support/plans.ts';
import { showPlan } from '#tests/support/show.tsx';

beforeAll(() => startWords('en'));

const finding = (
  code: string,
  severity: Finding['severity'],
  kind: Finding['subjects'][number]['kind'],
  n: number,
): Finding => ({
  code,
  severity,
  subjects: [{ kind, id: uuidOf(n) }],
  params: {
    unit: 'Coy',
    first: 'Patrol',
    second: 'Drill',
    participant: 'Poland',
    movement: 'POL-1',
    activity: 'Patrol',
  },
});
const LIST = [
  finding('ACT-001', 'error', 'activity', 50),
  finding('MOV-007', 'warning', 'movement', 40),
  finding('PAR-001', 'info', 'participant', 10),
];

const open = async () => {
  useFindings.setState({ list: LIST, counts: { error: 1, warning: 1, info: 1 } });
  useView.setState({ view: 'overview', selection: null });
  const user = showPlan([exerciseRecord()], <Problems />);
  await user.click(screen.getByRole('button', { name: '3 problems' }));
  return { user, dialog: within(await screen.findByRole('dialog')) };
};
const codes = () => [...document.querySelectorAll('.finding-code')].map(({ textContent }) => textContent);

test('severities and sorts are filtered, and a filter that leaves nothing says so', async () => {
  const { user, dialog } = await open();
  expect(codes()).toEqual(['ACT-001', 'MOV-007', 'PAR-001']);
  await user.click(dialog.getByText('Notes'));
  expect(codes()).toEqual(['ACT-001', 'MOV-007']);
  await user.click(dialog.getByText('Arrival and capacity'));
  expect(codes()).toEqual(['MOV-007']);
  await user.click(dialog.getByText('Warnings'));
  expect(dialog.getByText('No problem of this sort.')).toBeVisible();
});

test('arrow keys go from line to line, and Enter leads to the record', async () => {
  const { user, dialog } = await open();
  dialog.getByRole('button', { name: /^ACT-001/ }).focus();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
  expect(useView.getState()).toMatchObject({ view: 'logistics', selection: { kind: 'movement', ids: [uuidOf(40)] } });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what has a time is shown on the timeline too, what has none is not', async () => {
  const { user, dialog } = await open();
  expect(dialog.queryByRole('button', { name: 'Show PAR-001 on the timeline' })).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Show MOV-007 on the timeline' }));
  expect(useView.getState()).toMatchObject({ view: 'timeline', selection: { kind: 'movement', ids: [uuidOf(40)] } });
});

test('every rule has a family, and none stands empty', () => {
  const found = new Set(Object.keys(checks).map((key) => familyOf({ code: key.replace('_', '-') })));
  expect([...FAMILIES].filter((family) => !found.has(family))).toEqual([]);
});

test('the problems that show are a table for spreadsheets, marked by the records that they name', () => {
  usePlan.setState({ plan: planOf([exerciseRecord(), activityRecord(50, 'Patrol')]) });
  const { table, ids } = findingsTable(LIST.slice(0, 2));
  expect(table.columns.map(({ header }) => header)).toEqual(['Severity', 'Code', 'Problem', 'Records']);
  expect(table.rows.map(([severity, code, , records]) => [severity, code, records])).toEqual([
    ['Error', 'ACT-001', 'Patrol'],
    ['Warning', 'MOV-007', ''],
  ]);
  expect(table.rows[0]?.[2]).toContain('Patrol');
  expect(ids).toEqual([uuidOf(50), uuidOf(40)]);
});

test('its menu stands in the list', async () => {
  const { user, dialog } = await open();
  await user.click(dialog.getByRole('button', { name: 'Copy or save the table' }));
  expect(await screen.findByRole('menuitem', { name: /XLSX/ })).toBeVisible();
});
