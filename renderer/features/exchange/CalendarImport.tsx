import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { OpenedCalendar } from '#shared/contract/exchange.ts';
import { type IcsReportLine, type IcsTaking, takeIcs } from '#shared/interchange/ics/draft.ts';
import { type IcsModel, boundsOf, readIcs } from '#shared/interchange/ics/read.ts';
import type { Result } from '#shared/result.ts';
import { commandContext, usePlan } from '../../state/plan.ts';
import { useTimeText } from '../../state/time.ts';
import { showView } from '../../state/view.ts';
import { perform, tellDone } from '../../ui/perform.ts';
import { listContent } from '../../ui/table/listTable.ts';
import type { TableContent } from '../../ui/table/saveTable.ts';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { sentenceFor, useWords, wordFor } from '../../ui/words.ts';
import { endImport, useImport } from './session.ts';
import './calendarImport.css';

const ROW = 30;

const fateOf = ({ outcome, reason, notes }: IcsReportLine): string =>
  [
    wordFor(`interchange.ics.outcome.${outcome}`),
    ...(reason === undefined ? [] : [wordFor(`interchange.ics.reason.${reason}`)]),
    ...notes.map((note) => wordFor(`interchange.ics.note.${note}`)),
  ].join(' · ');

/** Of a file that is not in the plan: the exercise that it would come into marks it. */
const reportContent = (file: string, report: readonly IcsReportLine[]): TableContent =>
  listContent(
    wordFor('calendar.importTitle', { file }),
    report,
    [
      [wordFor('calendar.importLine'), 'number', ({ line }) => line],
      [wordFor('calendar.importWhen'), 'time', ({ start }) => start],
      [wordFor('calendar.importWhat'), 'text', ({ title }) => title],
      [wordFor('calendar.importFate'), 'text', fateOf],
    ],
    [],
  );

/** What becomes of each entry, in the order of the file; thousands of them scroll. */
const Report = ({ report }: { readonly report: readonly IcsReportLine[] }) => {
  const t = useWords();
  const timeText = useTimeText();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: report.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  return (
    <div role="table" aria-label={t('calendar.file')} aria-rowcount={report.length + 1} className="ics-report">
      <div role="row" aria-rowindex={1} className="ics-row ics-head">
        <span role="columnheader">{t('calendar.importLine')}</span>
        <span role="columnheader">{t('calendar.importWhen')}</span>
        <span role="columnheader">{t('calendar.importWhat')}</span>
        <span role="columnheader">{t('calendar.importFate')}</span>
      </div>
      <div ref={scroller} role="rowgroup" className="ics-rows" tabIndex={0}>
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const entry = report[index];
            if (entry === undefined) return null;
            const fate = fateOf(entry);
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                className="ics-row"
                data-outcome={entry.outcome}
                style={{ position: 'absolute', transform: `translateY(${start}px)` }}
              >
                <span role="cell">{entry.line}</span>
                <span role="cell">{entry.start === undefined ? '–' : timeText(entry.start)}</span>
                <span role="cell" title={entry.title}>
                  {entry.title}
                </span>
                <span role="cell" title={fate}>
                  {fate}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};

const Sums = ({ counts }: Pick<IcsTaking, 'counts'>) => {
  const t = useWords();
  return (
    <Group gap="lg">
      <Text fw={600}>{t('calendar.importNew', { count: counts.new })}</Text>
      <Text>{t('calendar.importChanged', { count: counts.changed })}</Text>
      <Text>{t('calendar.importSame', { count: counts.same })}</Text>
      <Text fw={counts.leftOut > 0 ? 600 : 400}>{t('calendar.importLeftOut', { count: counts.leftOut })}</Text>
    </Group>
  );
};

const Taking = ({ model, file }: { readonly model: IcsModel; readonly file: string }) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const taking = useMemo(() => takeIcs(model, file, { ...commandContext(), plan }), [model, file, plan]);
  const count = taking.draft.ok ? taking.draft.value.ops.length : 0;
  const take = (): void => {
    const done = perform((context) => takeIcs(model, file, context).draft);
    if (!done.ok) return;
    endImport();
    showView('calendar');
    tellDone(t('calendar.importTaken', { file, count }));
  };
  return (
    <>
      <Group justify="space-between">
        <Sums counts={taking.counts} />
        <TableMenu content={() => reportContent(file, taking.report)} />
      </Group>
      <Report report={taking.report} />
      {model.others > 0 && <Text c="dimmed">{t('calendar.importOthers', { count: model.others })}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={endImport}>
          {t('exchange.cancel')}
        </Button>
        <Button disabled={count === 0} onClick={take}>
          {t('calendar.importTake', { count })}
        </Button>
      </Group>
    </>
  );
};

const Body = ({ calendar }: { readonly calendar: OpenedCalendar }) => {
  // Read once: the exercise's bounds do not change under an open dialog.
  const [now] = useState(Date.now);
  const model: Result<IcsModel> = useMemo(
    () => readIcs(calendar.text, boundsOf(usePlan.getState().plan, now)),
    [calendar, now],
  );
  return (
    <Stack>
      {model.ok ? (
        <Taking model={model.value} file={calendar.name} />
      ) : (
        <Text role="alert">{sentenceFor(model.error)}</Text>
      )}
    </Stack>
  );
};

/** What a calendar file would do to the schedule, entry by entry, before any of it is done. */
export const CalendarImport = () => {
  const t = useWords();
  const calendar = useImport((state) => state.calendar);
  if (calendar === null) return null;
  return (
    <Modal
      opened
      onClose={endImport}
      size="80%"
      title={t('calendar.importTitle', { file: calendar.name })}
      closeButtonProps={{ 'aria-label': t('exchange.cancel') }}
    >
      <Body calendar={calendar} />
    </Modal>
  );
};
