/** Who plans with this data folder, for the window to show; the plan's own knowledge of it is set along. */
import { create } from 'zustand';
import { type Result, ok } from '#shared/result.ts';
import { ask } from '../platform/bridge.ts';
import { type Actor, setActor } from './plan.ts';

export const useActor = create<Actor>()(() => ({ author: 'unknown', nation: null, name: null }));

/** Asks main anew: at the start, and after an identity was created. */
export const loadActor = async (): Promise<Result<null>> => {
  const actor = await ask('vault.actor', undefined);
  if (!actor.ok) return actor;
  setActor(actor.value);
  useActor.setState(actor.value);
  return ok(null);
};
