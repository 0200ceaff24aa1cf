import { useDeferredValue, useMemo } from 'react';
import { z } from 'zod';
import type { PlanState } from '#shared/plan/state.ts';
import { useRemembered } from '../../state/layout.ts';
import { useWords } from '../../ui/words.ts';
import type { CalendarEntry } from './entries.ts';
import type { CalendarViewId } from './shown.ts';
import {
  MAX_COLUMNS,
  RESOURCE_KINDS,
  type Resource,
  type ResourceKind,
  columnsOf,
  resourcesOf,
  spreadOver,
} from './resources.ts';

const kindSchema = z.enum(RESOURCE_KINDS);
const idsSchema = z.array(z.string().max(40)).max(MAX_COLUMNS.day);
const NONE: readonly string[] = [];
const NOTHING: readonly Resource[] = [];

/** Everything about columns side by side; month and agenda have none, whatever is chosen. */
export const useColumns = (plan: PlanState, view: CalendarViewId, entries: readonly CalendarEntry[]) => {
  const t = useWords();
  const [by, setBy] = useRemembered<ResourceKind>('calendar.by', kindSchema, 'none');
  const [participants, setParticipants] = useRemembered<readonly string[]>('calendar.participants', idsSchema, NONE);
  const [locations, setLocations] = useRemembered<readonly string[]>('calendar.locations', idsSchema, NONE);
  const most = view === 'day' ? MAX_COLUMNS.day : view === 'week' ? MAX_COLUMNS.week : 0;
  // The page follows the switch, as it follows the view: drawn in pieces.
  const drawnBy = useDeferredValue(by);
  const active = most > 0 ? drawnBy : 'none';
  const chosen = active === 'location' ? locations : participants;
  const nobody = t(active === 'location' ? 'calendar.noLocation' : 'calendar.noParticipant');
  const all = useMemo(
    () => (active === 'none' ? NOTHING : resourcesOf(plan, active, entries, nobody)),
    [plan, active, entries, nobody],
  );
  const shown = useMemo(() => columnsOf(all, chosen, most), [all, chosen, most]);
  const spread = useMemo(
    () => (active === 'none' ? entries : spreadOver(entries, active, shown)),
    [active, entries, shown],
  );
  return {
    by,
    setBy,
    active,
    entries: spread,
    choice:
      active === 'none'
        ? undefined
        : { all, shown, chosen, most, onChoose: active === 'location' ? setLocations : setParticipants },
  };
};
