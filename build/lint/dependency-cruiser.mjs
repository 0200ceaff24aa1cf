// The folders are the architecture. tests/architecture plants a violation of every rule and expects it to bite.
const at = (folders) => `^(${folders})/`;

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Break the cycle: move what both need into a third file.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-knows-nobody',
      severity: 'error',
      comment: 'shared is pure: pass what it needs through a port.',
      from: { path: at('shared') },
      to: { path: at('electron|renderer|build|tests') },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment: 'No Node, no Electron, no framework in shared.',
      from: { path: at('shared') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-has-no-framework',
      severity: 'error',
      comment: 'No framework in shared.',
      from: { path: at('shared') },
      to: { path: 'node_modules/(react|react-dom|zustand|dexie|electron|@mantine|i18next|react-i18next)/|^electron$' },
    },
    {
      name: 'renderer-reaches-main-through-the-contract',
      severity: 'error',
      comment: 'Use shared/contract and renderer/platform/bridge.ts.',
      from: { path: at('renderer') },
      to: { path: at('electron|build|tests') },
    },
    {
      name: 'renderer-is-web',
      severity: 'error',
      comment: 'No Node in the renderer.',
      from: { path: at('renderer') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-has-no-electron',
      severity: 'error',
      comment: 'Only the preload speaks to electron.',
      from: { path: at('renderer') },
      to: { path: 'node_modules/electron/|^electron$' },
    },
    {
      name: 'electron-has-no-ui',
      severity: 'error',
      comment: 'No UI code in the main process.',
      from: { path: at('electron') },
      to: { path: `${at('renderer|build|tests')}|node_modules/(react|react-dom|@mantine|zustand|dexie)/` },
    },
    {
      name: 'product-does-not-know-its-host',
      severity: 'error',
      comment: 'Product code never asks where it runs.',
      from: { path: at('shared|electron|renderer') },
      to: { path: at('build|tests') },
    },
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      comment: 'Move what two features share into renderer/ui or renderer/state.',
      from: { path: `^renderer/features/([^/]+)/` },
      to: { path: `^renderer/features/([^/]+)/`, pathNot: `^renderer/features/$1/` },
    },
    {
      name: 'no-development-dependency-in-the-product',
      severity: 'error',
      comment: 'Move the package to dependencies and say why in the README.',
      from: { path: at('shared|electron|renderer') },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(electron|@types)/',
      },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^electron$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
