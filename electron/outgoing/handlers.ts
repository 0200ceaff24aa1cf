/** The window's requests to save a table or the schedule; dialogs and paths stay here. */
import type { RequestInput } from '#shared/contract/ipc.ts';
import type { Saved } from '#shared/contract/outgoing.ts';
import { exerciseOf } from '#shared/plan/state.ts';
import type { Label } from '#shared/label/label.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { askSave } from '../app/dialogs.ts';
import type { Handlers } from '../ipc/handle.ts';
import { planFromVault } from '../vault/plan.ts';
import { type OutgoingPorts, exercisesAsPlan, headOf, saveCalendar, saveTable } from './save.ts';

type OutgoingHandlers = Pick<Handlers, 'outgoing.table' | 'outgoing.calendar'>;

/** Letters, digits and dashes only. */
const nameOf = (...words: readonly string[]): string =>
  words
    .join(' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');

interface Ports extends OutgoingPorts {
  /** The marking of a bundle that was opened under this token. */
  readonly labelOf: (token: string) => Label | undefined;
}

const saveTableOf =
  (ports: Ports) =>
  async (
    { exerciseId, ids, token, table, format }: RequestInput<'outgoing.table'>,
    senderId: number,
  ): Promise<Result<Saved | null>> => {
    const foreign = token === undefined ? undefined : ports.labelOf(token);
    if (token !== undefined && foreign === undefined) return fail('VAULT_TOKEN_UNKNOWN');
    const found =
      exerciseId === null
        ? ok({ plan: await exercisesAsPlan(ports.vault, ids) })
        : await planFromVault(ports.vault, exerciseId);
    if (!found.ok) return found;
    const { plan } = found.value;
    const head = headOf(plan, ids, ports.clock(), foreign);
    const exercise = exerciseId === null ? '' : head.exercise;
    const file = await askSave(senderId, `${nameOf(exercise, table.name)}.${format}`);
    return file === null
      ? ok(null)
      : saveTable(ports, file, { table, head: { ...head, exercise }, format, exerciseId });
  };

export const outgoingHandlers = (ports: Ports): OutgoingHandlers => ({
  'outgoing.table': saveTableOf(ports),
  'outgoing.calendar': async ({ exerciseId }, senderId) => {
    const found = await planFromVault(ports.vault, exerciseId);
    if (!found.ok) return found;
    const exercise = exerciseOf(found.value.plan);
    const file = await askSave(senderId, `${nameOf(exercise?.nickname ?? exercise?.name ?? 'Entente')}.ics`);
    return file === null ? ok(null) : saveCalendar(ports, file, found.value.plan);
  },
});
