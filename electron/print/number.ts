/** Each print of a data folder has a number of its own: on every sheet, and in the audit log. */
import { type Result, ok } from '#shared/result.ts';
import type { VaultPort } from '../vault/port.ts';

const KEY = 'print.number';
const tails = new WeakMap<VaultPort, Promise<unknown>>();

const take = async (vault: VaultPort): Promise<Result<string>> => {
  const last = await vault.setting(KEY);
  if (!last.ok) return last;
  const number = (Number.parseInt(last.value ?? '0', 10) || 0) + 1;
  const kept = await vault.setting(KEY, String(number));
  return kept.ok ? ok(String(number).padStart(4, '0')) : kept;
};

/** The next number, taken before the sheets are drawn: a print that fails leaves a gap, and no number comes twice. */
export const takeNumber = (vault: VaultPort): Promise<Result<string>> => {
  const taken = (tails.get(vault) ?? Promise.resolve()).then(() => take(vault));
  tails.set(vault, taken);
  return taken;
};
