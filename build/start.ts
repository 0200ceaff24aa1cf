/** `npm start`: the app on Electron where its binary is or can be had, else on the Chromium stand-in; without a display, the tour. */
import { spawn } from 'node:child_process';
import { hasDisplay } from './chromium-host/chromium.ts';
import { obtainElectron } from './electron.ts';
import { fromRoot, MAIN_BUNDLE, ROOT } from './paths.ts';

const run = (command: string, args: readonly string[]): void => {
  const child = spawn(command, [...args, ...process.argv.slice(2)], { stdio: 'inherit', cwd: ROOT });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
  // An interrupt reaches the whole group; the app saves and ends, and this process ends with it.
  process.on('SIGINT', () => undefined);
};

const node = (...args: readonly string[]): void => run(process.execPath, ['--no-warnings', ...args]);

if (!hasDisplay()) {
  console.log('Entente: there is no display here, so no window can open; running the tour instead.');
  node(fromRoot('build/tour/tour.ts'));
} else {
  const electron = await obtainElectron();
  if (electron === undefined) {
    console.log('Entente: Electron’s binary is not here and cannot be fetched; starting on the Chromium stand-in.');
    node(fromRoot('build/chromium-host/run.ts'), MAIN_BUNDLE);
  } else {
    console.log(`Entente: starting on Electron (${electron}).`);
    run(electron, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT]);
  }
}
