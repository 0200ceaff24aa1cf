/** Words of the calendar and of the inspector of activities. */
export const calendar = {
  title: 'Calendar',
  month: 'Month',
  week: 'Week',
  day: 'Day',
  agenda: 'Agenda',
  today: 'Today',
  previous: 'Back',
  next: 'Next',
  date: 'Date',
  time: 'Time',
  event: 'Activity',
  allDay: 'All day',
  nothing: 'Nothing is planned in this stretch of time.',
  more: '+{{number}} more',
  hint: 'Days and hours in {{zone}}. Drag over free time to add an activity.',
} as const;
