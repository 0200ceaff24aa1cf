/** Each test tries to break a promise of the window from inside its own page, as a script that got in would. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type {} from '#renderer/platform/bridge.ts';
import { type DrivenApp, freshFolder, launchApp } from '#build/driver.ts';
import { EVENT_NAMES, REQUEST_NAMES } from '#shared/contract/names.ts';
import { type Loopback, listenOnLoopback } from './support/loopback.ts';
import { startAndWait } from './support/process.ts';

const data = freshFolder();
let app: DrivenApp;
let loopback: Loopback;

beforeAll(async () => {
  loopback = await listenOnLoopback();
  app = await launchApp({ dataFolder: data.folder });
  await app.page.waitForLoadState('load');
});
afterAll(async () => {
  await app.close();
  await loopback.close();
  data.remove();
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const logged = (): string => readFileSync(path.join(data.folder, 'entente.log'), 'utf8');
const loggedWithin = async (pattern: RegExp): Promise<boolean> => {
  for (let tries = 0; tries < 40; tries += 1) {
    if (pattern.test(logged())) return true;
    await pause(50);
  }
  return false;
};
/** The page still shows the app and answers. */
const stillThere = (): Promise<boolean> => app.page.evaluate(() => document.querySelector('#root') !== null);

describe('code that is not in a file of ours does not run', () => {
  test('an inline script', async () => {
    const ran = await app.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.intruder = true';
      document.body.append(script);
      return 'intruder' in globalThis;
    });
    expect(ran).toBe(false);
  });

  test('an inline handler', async () => {
    const ran = await app.page.evaluate(async () => {
      const image = document.createElement('img');
      image.setAttribute('onerror', 'globalThis.intruder = true');
      image.src = 'data:image/png;base64,broken';
      document.body.append(image);
      await new Promise((resolve) => setTimeout(resolve, 300));
      image.remove();
      return 'intruder' in globalThis;
    });
    expect(ran).toBe(false);
  });

  test('eval, a made function, a data: module, a blob: script', async () => {
    // From a timer: what the driver evaluates itself is exempt from the policy.
    const outcomes = await app.page.evaluate(async () => {
      const later = (attempt: () => unknown): Promise<string> =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              attempt();
              resolve('ran');
            } catch (error) {
              resolve(error instanceof Error ? error.name : 'refused');
            }
          });
        });
      const loads = (address: string): Promise<string> =>
        new Promise((resolve) => {
          const script = document.createElement('script');
          script.addEventListener('load', () => resolve('ran'));
          script.addEventListener('error', () => resolve('refused'));
          script.src = address;
          document.body.append(script);
        });
      const code = 'globalThis.intruder = true';
      return [
        await later(() => globalThis.eval(code)),
        await later(() => Reflect.construct(Function, [code])()),
        await loads(`data:text/javascript,${code}`),
        await loads(URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))),
        'intruder' in globalThis ? 'there' : 'absent',
      ];
    });
    expect(outcomes).toEqual(['EvalError', 'EvalError', 'refused', 'refused', 'absent']);
  });

  test('a style from elsewhere, a base address, a form', async () => {
    const { port } = loopback;
    const outcome = await app.page.evaluate(async (address) => {
      const base = document.createElement('base');
      base.href = address;
      document.head.append(base);
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `${address}style.css`;
      document.head.append(link);
      const form = document.createElement('form');
      form.action = `${address}form`;
      form.method = 'post';
      document.body.append(form);
      form.submit();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const moved = document.baseURI.startsWith(address);
      for (const element of [base, link, form]) element.remove();
      return moved;
    }, `http://127.0.0.1:${port}/`);
    expect(outcome).toBe(false);
    expect(loopback.arrived()).toEqual([]);
  });

  test('but the page itself does run', async () => {
    expect(await stillThere()).toBe(true);
  });
});

test('nothing of the page reaches a server, not even on this machine', async () => {
  await app.page.evaluate(async (port) => {
    const address = `http://127.0.0.1:${port}/`;
    const attempts: (() => unknown)[] = [
      () => fetch(`${address}fetch`, { mode: 'no-cors' }),
      () => navigator.sendBeacon(`${address}beacon`, 'secret'),
      () => new WebSocket(`ws://127.0.0.1:${port}/socket`),
      () => new EventSource(`${address}events`),
      () => {
        new Image().src = `${address}image`;
      },
      () => {
        const request = new XMLHttpRequest();
        request.open('POST', `${address}xhr`);
        request.send('secret');
      },
      ...['preconnect', 'prefetch', 'preload', 'modulepreload', 'dns-prefetch', 'icon', 'manifest'].map((rel) => () => {
        const link = document.createElement('link');
        link.rel = rel;
        link.setAttribute('as', 'fetch');
        link.href = `${address}${rel}`;
        document.head.append(link);
      }),
      () => new Worker(`${address}worker.js`),
      () => {
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [`${address}speculation`] }] });
        document.head.append(rules);
      },
      () => new Audio(`${address}sound`).play(),
    ];
    for (const attempt of attempts) {
      try {
        await Promise.race([attempt(), new Promise((resolve) => setTimeout(resolve, 100))]);
      } catch {
        // Refused at once: as it should be.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 700));
  }, loopback.port);
  expect(loopback.arrived()).toEqual([]);
});

test('the server would have noticed', async () => {
  await fetch(`http://127.0.0.1:${loopback.port}/control`);
  expect(loopback.arrived()).toEqual(['GET /control HTTP/1.1']);
});

describe('the page stays the only page', () => {
  test('no other window', async () => {
    await app.page.evaluate((port) => {
      globalThis.open(`http://127.0.0.1:${port}/window`);
      globalThis.open('about:blank');
    }, loopback.port);
    expect(await loggedWithin(/DENIED_WINDOW/)).toBe(true);
    await pause(500);
    expect(app.page.context().pages()).toHaveLength(1);
    expect(loopback.arrived()).toHaveLength(1);
  });

  test.each(['http', 'file', 'data', 'link'])('no other address: %s', async (way) => {
    const before = app.page.url();
    await app.page.evaluate(
      ([kind, port]) => {
        const address = `http://127.0.0.1:${port}/navigation`;
        if (kind === 'link') {
          const link = document.createElement('a');
          link.href = address;
          document.body.append(link);
          link.click();
        } else
          location.href = kind === 'http' ? address : kind === 'file' ? 'file:///etc/passwd' : 'data:text/html,hello';
      },
      [way, loopback.port] as const,
    );
    await pause(500);
    expect(app.page.url()).toBe(before);
    expect(await stillThere()).toBe(true);
    expect(loopback.arrived()).toHaveLength(1);
  });

  test('a refused address is in the log', async () => {
    expect(await loggedWithin(/DENIED_NAVIGATION.*127\.0\.0\.1/)).toBe(true);
  });

  test('no frame and no guest page', async () => {
    const seen = await app.page.evaluate(async (port) => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.push(effectiveDirective),
      );
      for (const address of [`http://127.0.0.1:${port}/frame`, location.href, 'data:text/html,hello']) {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
      }
      const guest = document.createElement('webview');
      guest.setAttribute('src', `http://127.0.0.1:${port}/webview`);
      document.body.append(guest);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { violations, guest: 'getWebContentsId' in guest };
    }, loopback.port);
    expect(seen).toEqual({ violations: ['frame-src', 'frame-src', 'frame-src'], guest: false });
    expect(loopback.arrived()).toHaveLength(1);
  });
});

test('no permission is given', async () => {
  const answers = await app.page.evaluate(async () => {
    const refused = (attempt: Promise<unknown>): Promise<string> =>
      Promise.race([
        attempt.then(
          (value) => (value === 'denied' ? 'refused' : 'given'),
          () => 'refused',
        ),
        new Promise<string>((resolve) => setTimeout(() => resolve('unanswered'), 3000)),
      ]);
    return {
      place: await refused(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
      notification: await refused(Notification.requestPermission()),
      clipboard: await refused(navigator.clipboard.readText()),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
    };
  });
  expect(answers).toEqual({ place: 'refused', notification: 'refused', clipboard: 'refused', camera: 'refused' });
});

describe('the way to the main process', () => {
  test('is named functions only: no Node, no raw channel', async () => {
    const seen = await app.page.evaluate(() => ({
      globals: [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        'ipcRenderer',
        'electron',
        '__ententeDeliver',
      ].filter((name) => name in globalThis),
      bindings: Object.getOwnPropertyNames(globalThis).filter((name) => /^entente.+|electron|playwright/i.test(name)),
      requests: Object.keys(window.entente.invoke),
      events: Object.keys(window.entente.on),
      top: Object.keys(window.entente),
    }));
    expect(seen).toEqual({
      globals: [],
      bindings: [],
      requests: [...REQUEST_NAMES],
      events: [...EVENT_NAMES],
      top: ['invoke', 'on'],
    });
  });

  test('cannot be replaced or added to', async () => {
    const changed = await app.page.evaluate(() => {
      const before = window.entente.invoke['app.info'];
      const attempts = [
        () => Reflect.set(window, 'entente', {}),
        () => Reflect.set(window.entente, 'invoke', {}),
        () => Reflect.set(window.entente.invoke, 'app.info', () => 'mine'),
        () => Reflect.set(window.entente.invoke, 'vault.format', () => 'mine'),
        () => Reflect.deleteProperty(window, 'entente'),
      ];
      return { any: attempts.some((attempt) => attempt()), same: window.entente.invoke['app.info'] === before };
    });
    expect(changed).toEqual({ any: false, same: true });
  });

  test.each([
    ['a value outside the choices', { language: 'xx', theme: 'dark' }],
    ['a field too many', { language: 'en', theme: 'dark', __proto__x: 1 }],
    ['nothing', null],
    ['another type', 'dark'],
  ])('refuses %s, changes nothing and logs it', async (_what, input) => {
    const before = logged().split('IPC_INPUT').length;
    const answers = await app.page.evaluate(async (value) => {
      const earlier = await window.entente.invoke['app.info'](undefined);
      const refused = await window.entente.invoke['app.setPreferences'](value as never);
      const later = await window.entente.invoke['app.info'](undefined);
      return { refused, same: JSON.stringify(earlier) === JSON.stringify(later) };
    }, input);
    expect(answers.refused).toMatchObject({ ok: false, error: { code: 'IPC_INPUT' } });
    expect(answers.same).toBe(true);
    expect(logged().split('IPC_INPUT').length).toBe(before + 1);
  });

  test('refuses more than a field may hold', async () => {
    const answer = await app.page.evaluate(() =>
      window.entente.invoke['app.setMenu']({
        undo: 'x'.repeat(1_000_000),
        redo: null,
        exerciseOpen: false,
        recent: [],
      }),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'IPC_INPUT', data: { field: 'undo' } } });
  });
});

test.each([
  '../package.json',
  '..%2fmain%2fmain.js',
  '%2e%2e/%2e%2e/package.json',
  '..%5c..%5cpackage.json',
  '%00',
  '%',
])('the app’s own scheme serves nothing outside its folder: %s', async (address) => {
  const status = await app.page.evaluate(
    (relative) =>
      fetch(relative).then(
        (response) => response.status,
        () => 0,
      ),
    address,
  );
  expect([0, 404]).toContain(status);
});

describe('starting', () => {
  test('a second start with the same data folder ends at once and leaves the first alone', async () => {
    expect(startAndWait(['--data', data.folder]).status).toBe(0);
    expect(await loggedWithin(/SECOND_START/)).toBe(true);
    expect(await stillThere()).toBe(true);
  });

  test('a data folder that cannot be used gets one sentence and exit code 1', () => {
    const other = freshFolder();
    const file = path.join(other.folder, 'file');
    writeFileSync(file, '');
    const { status, stderr } = startAndWait(['--data', path.join(file, 'folder')]);
    other.remove();
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(path.join(file, 'folder'));
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+|Error:/);
  });
});
