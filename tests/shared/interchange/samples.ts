/** Files of other programs and our own fixtures. The former are not part of the project: a test without them says so. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const samples = path.resolve(__dirname, '../../../../shared/samples');

export const fixture = (name: string): string => readFileSync(path.join(__dirname, 'fixtures', name), 'utf8');

export const sample = (name: string): string => readFileSync(path.join(samples, name), 'utf8');

/** `test`, or a skipped test that names the file that is missing. */
export const withSample = (name: string): jest.It => {
  if (existsSync(path.join(samples, name))) return test;
  console.warn(`skipped: no ${name} in ${samples}`);
  return test.skip;
};
