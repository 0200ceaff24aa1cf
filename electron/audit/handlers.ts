/** The audit log's part of the contract. */
import path from 'node:path';
import { AUDIT_CODES, codesOf } from '#shared/audit/codes.ts';
import type { AuditPage } from '#shared/contract/audit.ts';
import type { RequestInput } from '#shared/contract/ipc.ts';
import { type Result, ok } from '#shared/result.ts';
import { askSave } from '../app/dialogs.ts';
import type { Handlers } from '../ipc/handle.ts';
import type { AuditQuery, VaultPort } from '../vault/port.ts';
import { exportLog, type LogPorts, verifyLog } from './log.ts';

type AuditHandlers = Pick<Handlers, 'audit.page' | 'audit.verify' | 'audit.export'>;

const page = async (
  vault: VaultPort,
  { before, limit, group, terms }: RequestInput<'audit.page'>,
): Promise<Result<AuditPage>> => {
  const query: AuditQuery = {
    limit,
    ...(before === undefined ? {} : { before }),
    ...(group === undefined
      ? {}
      : group === 'other'
        ? { notCodes: Object.keys(AUDIT_CODES) }
        : { codes: codesOf(group) }),
    ...(terms === undefined ? {} : { terms }),
  };
  const entries = await vault.auditPage(query);
  if (!entries.ok) return entries;
  const head = await vault.auditHead();
  return head.ok ? ok({ entries: entries.value, total: head.value.sequence }) : head;
};

export const auditHandlers = (ports: LogPorts): AuditHandlers => ({
  'audit.page': (query) => page(ports.vault, query),
  'audit.verify': async () => {
    const verified = await verifyLog(ports.vault);
    return verified.ok ? ok({ head: verified.value.head(), fault: verified.value.fault() ?? null }) : verified;
  },
  'audit.export': async (_, senderId) => {
    const file = await askSave(senderId, `audit-${new Date(ports.clock()).toISOString().slice(0, 10)}.ndjson`);
    if (file === null) return ok(null);
    const written = await exportLog(ports, file);
    return written.ok ? ok({ file: path.basename(file) }) : written;
  },
});
