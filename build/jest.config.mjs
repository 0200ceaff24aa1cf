// Three projects: pure logic in Node, components in jsdom, and the real bundles in a real window.
import path from 'node:path';

const rootDir = path.resolve(import.meta.dirname, '..');
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    isModule: 'unknown',
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];
const base = {
  rootDir,
  transform: { '^.+\\.(m?js|[mc]?tsx?|jsx)$': swc },
  transformIgnorePatterns: [],
  moduleNameMapper: {
    // Vite makes a worker of these; tests have none, and the code does without.
    '\\?worker$': '<rootDir>/tests/support/empty.ts',
    '^electron$': '<rootDir>/tests/support/electron.ts',
    '\\.css$': '<rootDir>/tests/support/empty.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/release/', '<rootDir>/out/', '<rootDir>/.cache/'],
  resolver: '<rootDir>/build/jest.resolver.cjs',
  clearMocks: true,
};
const inFolders = (folders, extension) => folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.${extension}`);

export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: inFolders(['shared', 'electron', 'build', 'architecture', 'vectors'], 'ts'),
      setupFilesAfterEnv: ['<rootDir>/tests/support/unit.setup.ts'],
    },
    {
      ...base,
      displayName: 'renderer',
      testEnvironment: 'jsdom',
      testMatch: [...inFolders(['renderer'], 'ts'), ...inFolders(['renderer'], 'tsx')],
      setupFiles: ['<rootDir>/tests/support/renderer.polyfills.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/renderer.setup.ts'],
    },
    {
      ...base,
      displayName: 'e2e',
      testEnvironment: 'node',
      testMatch: inFolders(['e2e'], 'ts'),
      setupFilesAfterEnv: ['<rootDir>/tests/support/e2e.setup.ts'],
    },
  ],
};
