/** The exercises opened last, the newest first, as the start screen and the native menu offer them. */
import { z } from 'zod';
import { create } from 'zustand';
import { exerciseOf } from '#shared/plan/state.ts';
import { ask } from '../platform/bridge.ts';
import { usePlan } from './plan.ts';

const recentSchema = z.array(z.object({ id: z.string().max(64), name: z.string().max(200) })).max(10);
type Recent = z.infer<typeof recentSchema>;

const KEY = 'exercises.recent';
const MOST = 8;

export const useRecent = create<{ readonly list: Recent }>()(() => ({ list: [] }));

export const recentExercises = (): Recent => useRecent.getState().list;

const parse = (text: string | null): Recent => {
  try {
    return recentSchema.catch([]).parse(JSON.parse(text ?? '[]'));
  } catch {
    return [];
  }
};

const keep = (list: Recent): void => {
  useRecent.setState({ list });
  void ask('vault.setting', { key: KEY, value: JSON.stringify(list) });
};

/** An exercise that is gone is offered no more. */
export const forgetRecent = (id: string): void => {
  const list = recentExercises();
  if (list.some((entry) => entry.id === id)) keep(list.filter((entry) => entry.id !== id));
};

/** Reads the list and notes from then on what is opened. Call once. */
export const followRecent = async (): Promise<void> => {
  const kept = await ask('vault.setting', { key: KEY });
  useRecent.setState({ list: parse(kept.ok ? kept.value : null) });
  usePlan.subscribe(({ status, plan }) => {
    if (status.phase !== 'open') return;
    const name = exerciseOf(plan)?.name ?? '';
    const [first] = recentExercises();
    if (first?.id === status.id && first.name === name) return;
    keep([{ id: status.id, name }, ...recentExercises().filter(({ id }) => id !== status.id)].slice(0, MOST));
  });
};
