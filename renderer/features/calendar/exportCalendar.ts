import { ask } from '../../platform/bridge.ts';
import { retrySaves } from '../../state/persistence.ts';
import { usePlan } from '../../state/plan.ts';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { wordFor } from '../../ui/words.ts';

/** Saves the schedule as an iCalendar file where the person says; what is written is what the vault has. */
export const exportCalendar = async (): Promise<void> => {
  const { status } = usePlan.getState();
  if (status.phase !== 'open') return;
  await retrySaves();
  const saved = await ask('outgoing.calendar', { exerciseId: status.id });
  if (!saved.ok) return tellFailure(saved.error);
  if (saved.value === null) return;
  const { file, marking, count: events, tasks = 0 } = saved.value;
  tellDone(wordFor(tasks === 0 ? 'calendar.exported' : 'calendar.exportedWithTasks', { file, marking, events, tasks }));
};
