import type { LaidRow } from '#shared/timeline/layout.ts';
import type { PlanState } from '#shared/plan/state.ts';
import { find } from '#shared/plan/state.ts';
import type { Grouping } from '#shared/timeline/rows.ts';
import { useWords, wordFor } from '../../ui/words.ts';

interface TimelineHeadsProps {
  readonly rows: readonly LaidRow[];
  readonly grouping: Grouping;
  readonly plan: PlanState;
  readonly onPick: (row: LaidRow) => void;
}

/** The short code before a row's name: a nation's, a location's. */
const codeOf = (plan: PlanState, grouping: Grouping, key: string): string => {
  if (grouping === 'participant') return find(plan, 'participant', key)?.code ?? '';
  return grouping === 'location' ? (find(plan, 'location', key)?.code ?? '') : '';
};

/** The names of the rows, at the left edge, whatever stretch of time shows. */
export const TimelineHeads = ({ rows, grouping, plan, onPick }: TimelineHeadsProps) => {
  const t = useWords();
  const nameOf = (row: LaidRow): string => {
    if (row.key === '') return t('timeline.without');
    return grouping === 'type' ? wordFor(`plan.activityType.${row.key}`) : row.title;
  };
  return (
    <div className="timeline-heads">
      {rows.map((row) => (
        <button
          type="button"
          tabIndex={-1}
          key={row.key}
          className="timeline-head"
          style={{ transform: `translateY(${row.top}px)`, height: row.height }}
          title={nameOf(row)}
          onClick={() => onPick(row)}
        >
          {codeOf(plan, grouping, row.key) !== '' && <b>{codeOf(plan, grouping, row.key)}</b>}
          <span>{nameOf(row)}</span>
          <small>{row.placed.length}</small>
        </button>
      ))}
    </div>
  );
};
