import { useCallback, useMemo } from 'react';
import { lookupOf } from '#shared/time/context.ts';
import { resolveWhen } from '#shared/time/when.ts';
import { type PlanState, live } from '#shared/plan/state.ts';
import { timeResolver } from '#shared/plan/times.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useTimeContext } from '../../state/time.ts';
import { showView } from '../../state/view.ts';
import { useWork } from '../../state/useWork.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/words.ts';
import { type Month, stripOf } from './model.ts';
import { Section } from './Section.tsx';

const HEIGHT = 64;
const BARS = 40;
const WIDTH = 1000;

interface Mark {
  readonly id: string;
  readonly code: string;
  readonly x: number;
}

/** Codes that would cover each other stand in a second row; where both are full, the line has to do. */
const ROWS = 2;
const LETTER_WIDTH = 9;

const inRows = (marks: readonly Mark[]): readonly (Mark & { readonly row: number })[] => {
  const ends = Array.from({ length: ROWS }, () => Number.NEGATIVE_INFINITY);
  return marks
    .toSorted((a, b) => a.x - b.x)
    .map((mark) => {
      const row = ends.findIndex((end) => end <= mark.x);
      if (row >= 0) ends[row] = mark.x + (mark.code.length + 1) * LETTER_WIDTH;
      return { ...mark, row };
    });
};

const placeIn = (months: readonly Month[]) => {
  const first = months[0]?.start ?? 0;
  const last = months.at(-1)?.end ?? 1;
  return (at: number): number => ((at - first) / (last - first)) * WIDTH;
};

const useMarks = (plan: PlanState, months: readonly Month[]): readonly Mark[] => {
  const context = useTimeContext();
  return useMemo(() => {
    const lookup = lookupOf(context);
    const place = placeIn(months);
    return live(plan, 'anchor').flatMap(({ id, code, at }) => {
      const resolved = resolveWhen(at, lookup, context);
      const x = resolved.ok ? place(resolved.value) : -1;
      return x >= 0 && x <= WIDTH ? [{ id, code, x }] : [];
    });
  }, [plan, months, context]);
};

const Drawing = ({ months, marks }: { readonly months: readonly Month[]; readonly marks: readonly Mark[] }) => {
  const language = usePreferences((state) => state.language);
  const now = placeIn(months)(useNow());
  const width = WIDTH / months.length;
  const most = Math.max(1, ...months.map(({ activities, movements }) => activities + movements));
  const every = Math.ceil(months.length / 18);
  const name = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const dated = new Intl.DateTimeFormat(language, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  // Where each month is named, a year is told once: two names side by side stay apart.
  const nameOf = (start: number, index: number): string =>
    (every > 1 || index === 0 || new Date(start).getUTCMonth() === 0 ? dated : name).format(start);
  return (
    <>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="strip-drawing" aria-hidden="true">
        {months.map(({ start, activities, movements }, index) => {
          // By the root, so that a month with two conferences shows beside one with two hundred serials.
          const height = Math.sqrt((activities + movements) / most) * BARS;
          const acting = activities === 0 ? 0 : (height * activities) / (activities + movements);
          // Rounding may take more from a month of activities alone than it has.
          const moving = Math.max(0, height - acting);
          return (
            <g key={start}>
              <rect
                x={index * width + 1}
                y={BARS + 8 - acting}
                width={width - 2}
                height={acting}
                className="strip-activities"
              />
              <rect
                x={index * width + 1}
                y={BARS + 8 - acting - moving}
                width={width - 2}
                height={moving}
                className="strip-movements"
              />
            </g>
          );
        })}
        {marks.map(({ id, x }) => (
          <line key={id} x1={x} x2={x} y1={0} y2={BARS + 8} className="strip-anchor" />
        ))}
        {now >= 0 && now <= WIDTH && <line x1={now} x2={now} y1={0} y2={BARS + 8} className="strip-now" />}
      </svg>
      {inRows(marks)
        .filter(({ row }) => row >= 0)
        .map(({ id, code, x, row }) => (
          <span key={id} className="strip-code" style={{ left: `${(100 * x) / WIDTH}%`, top: row * 11 }}>
            {code}
          </span>
        ))}
      <span className="strip-months figure">
        {months.map(({ start }, index) => (
          <span key={start}>{index % every === 0 ? nameOf(start, index) : ''}</span>
        ))}
      </span>
    </>
  );
};

const NO_MONTHS: readonly Month[] = [];

/** The whole exercise as a strip of months: how much lies where, the anchors, and now. Leads to the timeline. */
export const Strip = ({ plan }: { readonly plan: PlanState }) => {
  const t = useWords();
  const months = useWork(
    useCallback(() => stripOf(plan, timeResolver(plan)), [plan]),
    NO_MONTHS,
  );
  const marks = useMarks(plan, months);
  return (
    <Section title={t('overview.strip')} className="overview-strip">
      <button type="button" className="strip" aria-label={t('overview.stripHint')} onClick={() => showView('timeline')}>
        {months.length === 0 ? (
          <span className="strip-empty">{t('overview.stripEmpty')}</span>
        ) : (
          <Drawing months={months} marks={marks} />
        )}
      </button>
    </Section>
  );
};
