/** A folder that looks to the packer like an unpacked Electron for Linux: a script that carries the fuse wire, locales, an archive. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 8;

/** An asar archive of nothing: a pickled header (`size 4, header size, payload size, length of the JSON, JSON`). */
const emptyArchive = (): Buffer => {
  const json = JSON.stringify({ files: {} });
  const padded = Buffer.alloc(Math.ceil(json.length / 4) * 4);
  padded.write(json);
  const sizes = Buffer.alloc(16);
  [4, padded.length + 8, padded.length + 4, json.length].forEach((size, index) => sizes.writeUInt32LE(size, index * 4));
  return Buffer.concat([sizes, padded]);
};

export const makeStandInElectron = (folder: string, version: string): void => {
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES]), Buffer.from('1'.repeat(FUSES))]);
  writeFileSync(
    path.join(folder, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n# '), wire, Buffer.from('\n')]),
  );
  chmodSync(path.join(folder, 'electron'), 0o755);
  for (const locale of ['de', 'en-GB', 'en-US', 'fr', 'ja'])
    writeFileSync(path.join(folder, `locales/${locale}.pak`), locale);
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    writeFileSync(path.join(folder, file), file);
  }
  writeFileSync(path.join(folder, 'version'), version);
  writeFileSync(path.join(folder, 'resources/default_app.asar'), emptyArchive());
};

interface Listing {
  readonly files?: Readonly<Record<string, Listing>>;
}

/** The paths of all files in an asar archive. */
export const filesOfArchive = (archive: Buffer): readonly string[] => {
  const { files } = JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString('utf8')) as Listing;
  const walk = (listing: Readonly<Record<string, Listing>>, prefix: string): readonly string[] =>
    Object.entries(listing).flatMap(([name, entry]) =>
      entry.files === undefined ? [`${prefix}${name}`] : walk(entry.files, `${prefix}${name}/`),
    );
  return walk(files ?? {}, '');
};
