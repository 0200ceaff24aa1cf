/** The synchronisation matrix. */
export const matrix = {
  title: 'Synchronisation matrix',
  empty: 'Who does what in which phase or step of time. It is made from the plan: what has a time stands in it.',
  begin: 'Write the first activities here',
  newActivity: 'New activity',
  rowsBy: 'Rows',
  rows: {
    type: 'Rows: function',
    participant: 'Rows: participant',
    unit: 'Rows: unit',
    location: 'Rows: location',
    responsible: 'Rows: responsible',
  },
  columnsBy: 'Columns',
  columns: {
    phase: 'Columns: phase',
    week: 'Columns: week',
    day: 'Columns: day',
    halfDay: 'Columns: 12 hours',
    watch: 'Columns: 4 hours',
    hour: 'Columns: hour',
  },
  filled: 'Hide what is empty',
  print: 'Print',
  toTimeline: 'Show on the timeline',
  more: '+{{count}} more',
  less: 'Show fewer',
  waiting: 'Not scheduled',
  making: 'The matrix is being made…',
  entry: '{{title}}, {{n}} of {{count}}',
  standsAt: '{{title}}: {{place}}',
  without: 'Not assigned',
  noPhase: 'No phase',
  continued: '{{title}}, continued',
  cell: '{{row}}, {{column}}',
  newTitle: 'Title of a new activity',
  rename: 'Title of {{title}}',
} as const;

export const matrixErrors = {
  MATRIX_NO_TIME: 'This column has no time of its own; choose a phase or a step of time.',
} as const;
