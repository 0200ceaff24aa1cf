import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { fromRoot } from '../paths.ts';

/** The window's pages. No inlined assets and no polyfill scripts: the content security policy admits files only. */
export const rendererConfig = (outDir: string): InlineConfig => {
  const root = fromRoot('renderer');
  const pages = ['index.html', 'print.html']
    .map((name) => fromRoot('renderer', name))
    .filter((file) => existsSync(file));
  return {
    root,
    base: './',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
      sourcemap: false,
      rolldownOptions: { input: pages },
    },
  };
};
