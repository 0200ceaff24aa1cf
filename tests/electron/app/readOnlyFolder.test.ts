import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { useFolders } from '../vault/support.ts';

const newFolder = useFolders();

/** Root may write everywhere, so the question is put as somebody who may not. */
const codeAsNobody = (folder: string): string => {
  const script = `import { prepareDataFolder } from './electron/app/dataFolder.ts';
    const made = prepareDataFolder(process.argv.at(-1)); console.log(made.ok ? 'OK' : made.error.code);`;
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const args = ['--no-warnings', '--input-type=module', '-e', script, folder];
  return spawnSync(process.execPath, args, { ...nobody, encoding: 'utf8' }).stdout?.trim() ?? '';
};

test('a data folder that may not be written is refused, and so is a new one within', () => {
  const folder = newFolder();
  chmodSync(folder, 0o777);
  if (codeAsNobody(folder) !== 'OK') {
    console.log('SKIPPED: root writes everywhere, and no other user can run this checkout');
    return;
  }
  chmodSync(folder, 0o555);
  expect(codeAsNobody(folder)).toBe('DATA_FOLDER_READ_ONLY');
  expect(codeAsNobody(path.join(folder, 'below'))).toBe('DATA_FOLDER_READ_ONLY');
});
