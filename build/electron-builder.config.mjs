import { rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Packs dist/ for Linux, Windows and macOS. Everything is bundled, so no node_modules go in and nothing is rebuilt.
 * ELECTRON_DIST names an unpacked Electron folder (or the folder of its zip archives) brought in by hand: then nothing
 * is downloaded at all.
 *
 * @type {import('electron-builder').Configuration}
 */
export default {
  appId: 'org.entente.planner',
  productName: 'Entente',
  asar: true,
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  directories: { output: 'release' },
  files: ['dist/main/**', 'dist/preload/**', 'dist/renderer/**', '!node_modules', 'package.json'],
  ...(process.env.ELECTRON_DIST ? { electronDist: process.env.ELECTRON_DIST } : {}),
  electronLanguages: ['en-US', 'en-GB', 'fr'],
  // What a packed planner never needs and an attacker would like: Node without the app, debuggers, code beside the asar.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: { target: ['AppImage', 'deb'], category: 'Office', executableName: 'entente' },
  win: { target: ['nsis', 'portable'] },
  mac: { target: ['dmg'], hardenedRuntime: true },
  // A double click on what partners send opens it in the window that is there.
  fileAssociations: [
    { ext: 'entente', name: 'Entente plan bundle', role: 'Editor' },
    { ext: 'entente-card', name: 'Entente identity card', role: 'Viewer' },
    { ext: 'entente-receipt', name: 'Entente receipt', role: 'Viewer' },
    { ext: 'entente-statement', name: 'Entente key statement', role: 'Viewer' },
  ],
  publish: null,
  // An Electron folder brought in by hand still holds the demonstration app.
  afterPack: ({ packager, appOutDir }) =>
    rmSync(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true }),
};
