/** Opens the vault of the folder given, prints the code it was refused with or `OPEN`, and ends. */
import { openVault } from '#electron/vault/inProcess.ts';

const opened = openVault(process.argv[2] ?? '');
process.stdout.write(opened.ok ? 'OPEN' : opened.error.code);
