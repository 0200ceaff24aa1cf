import { existsSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../../renderer');
const pages = ['index', 'print'].map((name) => path.join(root, `${name}.html`)).filter((page) => existsSync(page));

export default defineConfig({
  root,
  base: './',
  plugins: [react()],
  build: {
    outDir: path.resolve(root, '../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome150',
    modulePreload: { polyfill: false },
    // Nothing inline: the content security policy admits files of our own only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
    reportCompressedSize: false,
    rolldownOptions: { input: pages },
  },
});
