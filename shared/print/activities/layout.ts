/** The list of activities: what happens when, where and with whom, line by line. */
import type { Activity } from '../../plan/activity/schema.ts';
import { find, live } from '../../plan/state.ts';
import { activitySpan } from '../../plan/times.ts';
import { formatDuration } from '../../time/display.ts';
import { MINUTE } from '../../time/instant.ts';
import type { GroupKey } from '../groups.ts';
import { linesOf, locationName, participantCodes, unitNames } from '../list.ts';
import { type Item, type List, layoutList } from '../lists/layout.ts';
import type { CellRow, Column } from '../table/content.ts';
import { timeLines } from '../times.ts';
import { planWords, sheetWords, typeWord } from '../words.ts';
import type { ActivitiesOptions } from './options.ts';

const groupsOf = ({ plan, options }: List<ActivitiesOptions>, activity: Activity): readonly GroupKey[] => {
  switch (options.grouping) {
    case 'phase': {
      const record = find(plan, 'activity', activity.type === 'phase' ? activity.id : activity.phase);
      return record === undefined ? [] : [{ order: `${record.title} ${record.id}`, title: record.title, record }];
    }
    case 'location': {
      const record = find(plan, 'location', activity.location);
      return record === undefined ? [] : [{ order: `${record.name} ${record.id}`, title: record.name, record }];
    }
    case 'type':
      return [{ order: activity.type, title: typeWord(options.language, activity.type) }];
    default:
      return [];
  }
};

const columnsOf = ({ language, remarks }: ActivitiesOptions): readonly Column[] => {
  const { activities: words } = sheetWords(language);
  return [
    { title: words.serial, bold: true },
    { title: words.begin },
    { title: words.end },
    { title: words.title, bold: true },
    { title: words.type },
    { title: words.participants },
    { title: words.units },
    { title: words.location },
    { title: words.responsible },
    { title: words.state },
    ...(remarks ? [{ title: words.remarks, grows: true }] : []),
  ];
};

const rowOf = (
  { plan, options, context }: List<ActivitiesOptions>,
  { record: activity, span }: Item<Activity>,
): CellRow => {
  const { language } = options;
  const participants = participantCodes(plan, activity.participants);
  const units = unitNames(plan, activity.units);
  const location = locationName(plan, activity.location);
  const length = activity.minutes === 0 ? [] : [formatDuration(activity.minutes * MINUTE, language)];
  const end = span === undefined || span.end === span.start ? undefined : span.end;
  return {
    is: 'cells',
    of: activity.id,
    records: [activity, ...participants.records, ...units.records, ...location.records],
    struck: activity.state === 'cancelled',
    cells: [
      activity.serial === undefined ? [] : [activity.serial],
      timeLines(span?.start, options, context),
      [...timeLines(end, options, context), ...length],
      [activity.title],
      [typeWord(language, activity.type)],
      participants.texts,
      units.texts,
      location.texts,
      linesOf(activity.responsible),
      [planWords(language).activityState[activity.state]],
      ...(options.remarks ? [linesOf(activity.remarks)] : []),
    ],
  };
};

/** Lays the list out. */
export const layoutActivities = layoutList<Activity, ActivitiesOptions>({
  records: (plan) => live(plan, 'activity'),
  spanOf: activitySpan,
  participantsOf: ({ participants }) => participants,
  orderOf: ({ id }) => id,
  groupsOf,
  columnsOf,
  rowOf,
  wordsOf: ({ activities }) => activities,
});
