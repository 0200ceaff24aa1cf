// Sandboxed preload: exactly one CommonJS file.
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: true,
    outDir: path.join(root, 'dist/preload'),
    emptyOutDir: true,
    target: 'chrome150',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { preload: path.join(root, 'electron/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      external: ['electron'],
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
});
