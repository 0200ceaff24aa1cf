import { type ActivityNames, isActivityBlock, pasteActivities } from '#shared/plan/activity/sheet.ts';
import { live } from '#shared/plan/state.ts';
import { locationRecord } from '#tests/support/plans.ts';
import { participantRecord } from '#tests/support/records.ts';
import { actingOn, after, codeOf, schedule } from '#tests/support/schedule.ts';

const names: ActivityNames = {
  columns: {
    title: ['Title', 'Intitulé'],
    serial: ['Serial number'],
    type: ['Kind'],
    start: ['Start', 'Début'],
    end: ['End'],
    duration: ['Length'],
    participants: ['Participants'],
    location: ['Location'],
    responsible: ['Responsible'],
    remarks: ['Remarks'],
  },
  types: new Map([['training', ['Training', 'Entraînement']]]),
};
const fin = participantRecord(2, 'FIN');
const turku = locationRecord(6, 'Turku');
const plan = schedule(fin, turku);
const paste = (cells: string[][], inRow = {}) => pasteActivities(actingOn(plan), cells, names, inRow);

test('three columns without headers are title, start and end, in the row they are pasted into', () => {
  const next = after(
    plan,
    paste(
      [
        ['Load', '121400ZJUN27', '121630ZJUN27'],
        ['', '', ''],
      ],
      { location: turku.id },
    ),
  );
  expect(live(next, 'activity')).toMatchObject([
    { title: 'Load', start: { at: '2027-06-12T14:00:00Z' }, minutes: 150, state: 'draft', location: turku.id },
  ]);
});

test('columns are found by their names in either language, and what has no start waits', () => {
  const cells = [
    ['Début', 'Intitulé', 'Kind', 'Length', 'Participants', 'Whatever'],
    ['121400ZJUN27', 'Drill', 'entraînement', '1d 2h', 'FIN', 'x'],
    ['', 'Later', '', '', '', ''],
  ];
  const next = after(plan, paste(cells));
  const byTitle = new Map(live(next, 'activity').map((activity) => [activity.title, activity]));
  expect(byTitle.get('Drill')).toMatchObject({ type: 'training', minutes: 1560, participants: [fin.id] });
  expect(byTitle.get('Later')?.start).toBeUndefined();
});

test.each([
  [[['Load', 'soon', '']], 'CELL_TIME'],
  [[['Load', '121400ZJUN27', '121300ZJUN27']], 'CELL_TIME'],
  [[['', '121400ZJUN27', '']], 'CELL_TITLE_MISSING'],
  [
    [
      ['Title', 'Length'],
      ['Load', 'long'],
    ],
    'CELL_LENGTH',
  ],
  [
    [
      ['Title', 'Participants'],
      ['Load', 'XYZ'],
    ],
    'CELL_UNKNOWN',
  ],
  [
    [
      ['Title', 'Kind'],
      ['Load', 'x'.repeat(50)],
    ],
    'CELL_LONG',
  ],
])('%j is refused with %s and nothing is pasted', (cells, code) => {
  expect(codeOf(paste(cells))).toBe(code);
});

test('a word or a paragraph is no block of activities', () => {
  expect(isActivityBlock([['hello']], names)).toBe(false);
  expect(isActivityBlock([], names)).toBe(false);
  expect(isActivityBlock([['Title'], ['Load']], names)).toBe(true);
});
