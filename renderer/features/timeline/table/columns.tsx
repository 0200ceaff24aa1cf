import { useMemo } from 'react';
import { updateRecords } from '#shared/plan/commands.ts';
import { readLength } from '#shared/plan/activity/commands.ts';
import { shiftScheduled, stepBetween } from '#shared/plan/schedule/shift.ts';
import { type PlanState, exerciseOf, find } from '#shared/plan/state.ts';
import { timeResolver } from '#shared/plan/times.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import type { TimeContext } from '#shared/time/context.ts';
import { formatDuration, formatTime } from '#shared/time/display.ts';
import { formatInstant, MINUTE } from '#shared/time/instant.ts';
import type { When } from '#shared/time/when.ts';
import type { LaneField } from '#shared/timeline/fields.ts';
import { usePlan } from '../../../state/plan.ts';
import { useTimeContext } from '../../../state/time.ts';
import { useView } from '../../../state/view.ts';
import { perform } from '../../../ui/perform.ts';
import type { Column } from '../../../ui/table/columns.ts';
import { TextCell } from '../../../ui/table/TextCell.tsx';
import { TimeCell } from '../../../ui/table/TimeCell.tsx';
import { useWords, wordFor } from '../../../ui/words.ts';
import { sayDone } from '../chosen.ts';
import { resizeBars } from '../edits.ts';
import { valueWord } from '../fieldWords.ts';
import { rowName } from '../rowName.ts';
import type { TableLine } from './lines.ts';
import { waitsOf } from './waits.ts';

type Words = ReturnType<typeof useWords>;

interface Cells {
  readonly t: Words;
  readonly plan: PlanState;
  readonly context: TimeContext;
  readonly time: (ms: number) => string;
}

const resolved = (when: When): number | undefined => timeResolver(usePlan.getState().plan)(when);

const setStart = ({ bar }: TableLine, when: When): void => {
  if (bar.kind === 'activity') {
    sayDone(perform((context) => updateRecords(context, 'activity', [bar.id], { start: when })));
    return;
  }
  const to = resolved(when);
  const zone = exerciseOf(usePlan.getState().plan)?.zone ?? 'UTC';
  if (to !== undefined) sayDone(perform((context) => shiftScheduled(context, [bar], stepBetween(bar.start, to, zone))));
};

const setMinutes = ({ bar }: TableLine, minutes: number): void => {
  resizeBars([bar], 'end', bar.start + minutes * MINUTE - bar.end);
};

/** An activity lasts until then; a movement's last leg arrives then. */
const setEnd = ({ bar }: TableLine, when: When): void => {
  const to = resolved(when);
  if (to !== undefined) resizeBars([bar], 'end', Math.max(to, bar.start) - bar.end);
};

const readTitle = (text: string): Result<string> =>
  text.trim() === '' ? fail('TITLE_EMPTY') : ok(text.trim().slice(0, 200));

const labelOf = ({ t }: Cells, field: string, { bar }: TableLine): string =>
  t('editing.table.fieldOf', { field, what: bar.title });

const titleColumn = (cells: Cells): Column<TableLine> => ({
  id: 'title',
  header: cells.t('activity.title'),
  value: ({ bar }) => bar.title,
  width: 240,
  edit: (line, onDone) => {
    const activity = find(usePlan.getState().plan, 'activity', line.bar.id);
    if (activity === undefined) return undefined;
    return (
      <TextCell
        label={labelOf(cells, cells.t('activity.title'), line)}
        text={activity.title}
        read={readTitle}
        onCommit={(title) =>
          sayDone(perform((context) => updateRecords(context, 'activity', [activity.id], { title })))
        }
        onDone={onDone}
      />
    );
  },
});

const startColumn = (cells: Cells): Column<TableLine> => ({
  id: 'start',
  header: cells.t('activity.start'),
  value: ({ bar }) => bar.start,
  time: ({ bar }) => bar.start,
  render: ({ bar }) => cells.time(bar.start),
  width: 150,
  edit: (line, onDone) => {
    const activity = find(usePlan.getState().plan, 'activity', line.bar.id);
    return (
      <TimeCell
        label={labelOf(cells, cells.t('activity.start'), line)}
        value={activity?.start ?? { at: formatInstant(line.bar.start) }}
        context={cells.context}
        onCommit={(when) => setStart(line, when)}
        onDone={onDone}
      />
    );
  },
});

const endColumn = (cells: Cells): Column<TableLine> => ({
  id: 'end',
  header: cells.t('activity.end'),
  value: ({ bar }) => bar.end,
  time: ({ bar }) => bar.end,
  render: ({ bar }) => cells.time(bar.end),
  width: 150,
  edit: (line, onDone) => (
    <TimeCell
      label={labelOf(cells, cells.t('activity.end'), line)}
      value={{ at: formatInstant(line.bar.end) }}
      context={cells.context}
      onCommit={(when) => setEnd(line, when)}
      onDone={onDone}
    />
  ),
});

const durationColumn = (cells: Cells): Column<TableLine> => ({
  id: 'duration',
  header: cells.t('activity.duration'),
  value: ({ bar }) => bar.end - bar.start,
  saved: ({ bar }) => formatDuration(bar.end - bar.start, cells.context.locale),
  render: ({ bar }) => formatDuration(bar.end - bar.start, cells.context.locale),
  width: 90,
  align: 'right',
  edit: (line, onDone) => (
    <TextCell
      label={labelOf(cells, cells.t('activity.duration'), line)}
      text={formatDuration(line.bar.end - line.bar.start, cells.context.locale)}
      read={readLength}
      onCommit={(minutes) => setMinutes(line, minutes)}
      onDone={onDone}
      reading={(text) => {
        const read = readLength(text);
        return read.ok ? formatDuration(read.value * MINUTE, cells.context.locale) : undefined;
      }}
    />
  ),
});

const namesOf = (plan: PlanState, kind: 'participant' | 'location', ids: readonly string[]): string =>
  ids
    .flatMap((id) => {
      const record = find(plan, kind, id);
      return record === undefined ? [] : [record.kind === 'participant' ? record.code : record.name];
    })
    .join(', ');

const otherColumns = ({ t, plan, context }: Cells): readonly Column<TableLine>[] => {
  const waits = waitsOf(plan, context.locale);
  return [
    {
      id: 'type',
      header: t('activity.type'),
      value: ({ bar }) => valueWord('type', bar.type),
      width: 110,
    },
    {
      id: 'state',
      header: t('activity.state'),
      value: ({ bar }) => wordFor(`plan.${bar.kind}State.${bar.state}`),
      width: 90,
    },
    {
      id: 'participants',
      header: t('activity.participants'),
      value: ({ bar }) => namesOf(plan, 'participant', bar.participants),
      width: 120,
    },
    {
      id: 'location',
      header: t('activity.location'),
      value: ({ bar }) => namesOf(plan, 'location', bar.locations),
      width: 160,
    },
    { id: 'after', header: t('editing.table.after'), value: ({ bar }) => waits.get(bar.id) ?? '', width: 200 },
  ];
};

/** The columns of the table; titles, times and lengths can be edited in place. */
export const useTableColumns = (by: LaneField): readonly Column<TableLine>[] => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const context = useTimeContext();
  const mode = useView((state) => state.timeMode);
  return useMemo(() => {
    const cells: Cells = { t, plan, context, time: (ms) => formatTime(ms, mode, context) };
    return [
      { id: 'row', header: t('editing.table.row'), value: ({ title }) => rowName(by, title), width: 140 },
      titleColumn(cells),
      startColumn(cells),
      endColumn(cells),
      durationColumn(cells),
      ...otherColumns(cells),
    ];
  }, [t, plan, context, mode, by]);
};
