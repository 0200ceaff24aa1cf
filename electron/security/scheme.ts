/** The app's own pages: `app://entente/…`, served from the built renderer and from nowhere else. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { policyFor, withNonce } from './policy.ts';

export const APP_ORIGIN = 'app://entente';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Before `ready`: the scheme is a secure origin of its own, so that storage and workers behave as on https. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);

const decoded = (pathname: string): string | undefined => {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
};

/** The file a URL asks for; undefined for another host and for whatever would leave the folder. */
export const fileFor = (folder: string, url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { host, pathname } = new URL(url);
  if (host !== 'entente') return undefined;
  const name = decoded(pathname);
  if (name === undefined || name.includes('\0') || name.includes('\\')) return undefined;
  const file = path.join(folder, name === '/' ? 'index.html' : name);
  return file.startsWith(folder + path.sep) ? file : undefined;
};

const answer = async (folder: string, url: string): Promise<Response> => {
  const file = fileFor(folder, url);
  const type = file === undefined ? undefined : TYPES[path.extname(file)];
  if (file === undefined || type === undefined) return new Response(null, { status: 404 });
  try {
    const bytes = await readFile(file);
    const nonce = randomBytes(16).toString('base64');
    const page = path.extname(file) === '.html';
    return new Response(page ? withNonce(bytes.toString('utf8'), nonce) : new Uint8Array(bytes), {
      headers: {
        'content-type': type,
        'content-security-policy': policyFor(nonce),
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      },
    });
  } catch {
    return new Response(null, { status: 404 });
  }
};

/** Serves the built renderer. */
export const serveApp = (folder: string): void => protocol.handle('app', (request) => answer(folder, request.url));
