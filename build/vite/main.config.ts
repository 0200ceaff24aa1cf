// Main process and vault process: ES modules for Electron's own Node, every dependency bundled in.
import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: true,
    outDir: path.join(root, 'dist/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: path.join(root, 'electron/main.ts'), vault: path.join(root, 'electron/vault/process.ts') },
      output: { format: 'es', entryFileNames: '[name].js' },
      external: ['electron', ...builtinModules, /^node:/],
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
});
