/** Packs the built app for real, against a folder that stands in for Electron: what goes in, and which fuses are out. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesOfArchive, makeStandInElectron } from './standInElectron.ts';

const root = path.resolve(__dirname, '../..');
const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('npm run pack', () => {
  let folder: string;
  let packed: string;
  let output: string;
  let status: number | null;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'entente-pack-'));
    packed = path.join(folder, 'release/linux-unpacked');
    const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8')) as {
      version: string;
    };
    makeStandInElectron(path.join(folder, 'electron'), version);
    const run = spawnSync(
      bin('electron-builder'),
      [
        '--linux',
        'dir',
        '--x64',
        '--publish=never',
        '--config=build/electron-builder.config.mjs',
        `-c.directories.output=${path.join(folder, 'release')}`,
      ],
      {
        cwd: root,
        encoding: 'utf8',
        timeout: 110_000,
        // A proxy that nobody listens on: whatever the packer would download, it cannot.
        env: {
          ...process.env,
          ELECTRON_DIST: path.join(folder, 'electron'),
          HTTPS_PROXY: 'http://127.0.0.1:9',
          https_proxy: 'http://127.0.0.1:9',
        },
      },
    );
    status = run.status;
    output = `${run.stdout}${run.stderr}`;
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('packs without a download', () => {
    expect({ status, output: status === 0 ? '' : output }).toEqual({ status: 0, output: '' });
    expect(output).not.toContain('downloading');
  });

  test('puts in the bundles and package.json, and nothing else', () => {
    const files = filesOfArchive(readFileSync(path.join(packed, 'resources/app.asar')));
    expect(files.filter((file) => file !== 'package.json' && !/^dist\/(main|preload|renderer)\//.test(file))).toEqual(
      [],
    );
    expect(files).toEqual(
      expect.arrayContaining([
        'dist/main/main.js',
        'dist/main/vault.js',
        'dist/preload/preload.cjs',
        'dist/renderer/index.html',
      ]),
    );
    expect(existsSync(path.join(packed, 'resources/default_app.asar'))).toBe(false);
  });

  test('keeps the two languages of the app', () => {
    expect(readdirSync(path.join(packed, 'locales')).toSorted()).toEqual(['en-GB.pak', 'en-US.pak', 'fr.pak']);
  });

  test('flips the fuses in the executable', () => {
    const read = spawnSync(bin('electron-fuses'), ['read', '--app', path.join(packed, 'entente')], {
      encoding: 'utf8',
    });
    const isEnabled = (fuse: string): boolean | undefined => {
      const state = new RegExp(`${fuse} is (Enabled|Disabled)`).exec(read.stdout)?.[1];
      return state === undefined ? undefined : state === 'Enabled';
    };
    expect({
      RunAsNode: isEnabled('RunAsNode'),
      EnableNodeOptionsEnvironmentVariable: isEnabled('EnableNodeOptionsEnvironmentVariable'),
      EnableNodeCliInspectArguments: isEnabled('EnableNodeCliInspectArguments'),
      EnableCookieEncryption: isEnabled('EnableCookieEncryption'),
      EnableEmbeddedAsarIntegrityValidation: isEnabled('EnableEmbeddedAsarIntegrityValidation'),
      OnlyLoadAppFromAsar: isEnabled('OnlyLoadAppFromAsar'),
      GrantFileProtocolExtraPrivileges: isEnabled('GrantFileProtocolExtraPrivileges'),
    }).toEqual({
      RunAsNode: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableCookieEncryption: true,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      GrantFileProtocolExtraPrivileges: false,
    });
  });
});
