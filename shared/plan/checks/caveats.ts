import { type Work, each } from '../../work.ts';
import { bites, caveatsBinding, type Tasking } from '../caveat/bites.ts';
import { ownCaveats } from '../caveat/join.ts';
import type { Caveat } from '../caveat/schema.ts';
import { type PlanState, exerciseOf, find, live } from '../state.ts';
import { movementSpan } from '../times.ts';
import { titleOf } from '../title.ts';
import type { Unit } from '../unit/schema.ts';
import type { CheckIndex } from './checkIndex.ts';
import type { Check, Finding } from './finding.ts';

interface Task extends Tasking {
  readonly record: { readonly kind: 'activity' | 'movement'; readonly id: string };
  readonly title: string;
  readonly units: readonly string[];
}

const tasksIn = function* ({ plan, activities, movements, resolve, locationOf }: CheckIndex): Work<readonly Task[]> {
  const zone = exerciseOf(plan)?.zone ?? 'UTC';
  const tasks: Task[] = [];
  yield* each(activities, ({ activity, span }) => {
    const { id, kind, type: task, units, state } = activity;
    if (state === 'cancelled' || task === 'phase' || units.length === 0) return;
    tasks.push({
      record: { kind, id },
      title: titleOf(activity),
      task,
      units,
      span,
      zone,
      location: locationOf(activity.location),
    });
  });
  yield* each(movements, (movement) => {
    const span = movementSpan(movement, resolve);
    const { id, kind, units, destination, pod } = movement;
    if (span === undefined || units.length === 0) return;
    const location = locationOf(destination ?? pod);
    tasks.push({ record: { kind, id }, title: titleOf(movement), task: 'movement', units, span, zone, location });
  });
  return tasks;
};

interface Against {
  readonly caveat: Caveat;
  readonly nation: string;
  readonly pairs: { readonly task: Task; readonly unit: Unit }[];
}

const findingOf = ({ caveat, nation, pairs }: Against): readonly Finding[] => {
  const [first] = pairs;
  if (first === undefined) return [];
  const tasks = new Map(pairs.map(({ task }) => [task.record.id, task.record]));
  return [
    {
      code: caveat.needsApproval ? 'CAV-002' : 'CAV-001',
      severity: 'warning',
      subjects: [...tasks.values(), { kind: 'unit', id: first.unit.id }],
      params: {
        activity: first.task.title,
        unit: first.unit.name,
        more: pairs.length - 1,
        nation,
        caveat: caveat.text.slice(0, 200),
      },
    },
  ];
};

const hasAny = (plan: PlanState): boolean =>
  [...live(plan, 'participant'), ...live(plan, 'unit')].some((record) => ownCaveats(record).length > 0);

/**
 * CAV-001: a unit is tasked against a caveat of its nation. CAV-002: the nation wants to be asked, and has not approved.
 * One finding for each caveat: what bites every night is one question to the nation.
 */
export const caveats: Check = function* (index) {
  const { plan } = index;
  if (!hasAny(plan)) return [];
  const binding = caveatsBinding(plan);
  const found = new Map<string, Against>();
  yield* each(yield* tasksIn(index), (task) => {
    for (const unitId of task.units) {
      const unit = find(plan, 'unit', unitId);
      if (unit === undefined) continue;
      for (const caveat of binding(unit)) {
        if (caveat.approved === true || !bites(caveat, task)) continue;
        const nation = find(plan, 'participant', unit.participant)?.name ?? '';
        const against = found.get(caveat.id) ?? { caveat, nation, pairs: [] };
        found.set(caveat.id, against);
        against.pairs.push({ task, unit });
      }
    }
  });
  return [...found.values()].flatMap(findingOf);
};
