/** Least privilege for every page: what the app does not need is refused, whoever asks. */
import { app, session } from 'electron';
import type { Log } from '../app/log.ts';
import { APP_ORIGIN } from './scheme.ts';

const OWN = ['app:', 'blob:', 'data:', 'devtools:'];

const isOwn = (url: string): boolean => URL.canParse(url) && OWN.includes(new URL(url).protocol);

/** After `ready`: no permission, no download, no request that leaves the app. */
export const denySession = (log: Log): void => {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, done) => {
    log.write('DENIED_PERMISSION', { permission });
    done(false);
  });
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => {
    log.write('DENIED_DOWNLOAD');
    event.preventDefault();
  });
  defaultSession.webRequest.onBeforeRequest((details, done) => {
    const own = isOwn(details.url);
    if (!own) log.write('DENIED_REQUEST', { url: details.url.slice(0, 200) });
    done({ cancel: !own });
  });
};

/** For every page that ever comes to be: no other window, no other address, no guest page. */
export const denyContents = (log: Log): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      log.write('DENIED_WINDOW', { url: url.slice(0, 200) });
      return { action: 'deny' };
    });
    const stay = (event: { preventDefault: () => void }, url: string): void => {
      if (url.startsWith(`${APP_ORIGIN}/`)) return;
      log.write('DENIED_NAVIGATION', { url: url.slice(0, 200) });
      event.preventDefault();
    };
    contents.on('will-navigate', (event) => stay(event, event.url));
    contents.on('will-frame-navigate', (event) => stay(event, event.url));
    contents.on('will-redirect', (event) => stay(event, event.url));
    contents.on('will-attach-webview', (event) => {
      log.write('DENIED_WEBVIEW');
      event.preventDefault();
    });
  });
};
