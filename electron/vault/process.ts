/** Entry of the vault's utility process: SQLite's synchronous writes never hold up the main process. */
import { fail, ok, type Result } from '#shared/result.ts';
import { openVault } from './inProcess.ts';
import type { VaultPort } from './port.ts';
import { callVault, isVaultMethod, type VaultReply, type VaultRequest } from './protocol.ts';

let vault: VaultPort | undefined;

const open = (folder: string): Result<null> => {
  const opened = openVault(folder);
  if (!opened.ok) return opened;
  vault = opened.value;
  return ok(null);
};

const answer = async ({ method, args }: VaultRequest): Promise<Result<unknown>> => {
  if (method === 'open') return vault === undefined ? open(String(args[0])) : fail('VAULT_BUSY', { folder: '' });
  if (vault === undefined || !isVaultMethod(method)) return fail('VAULT_STOPPED');
  return callVault(vault, method, args);
};

const port = process.parentPort;
port.on('message', ({ data }) => {
  const request = data as VaultRequest;
  void answer(request).then((result) => {
    const reply: VaultReply = { id: request.id, result };
    port.postMessage(reply);
  });
});
