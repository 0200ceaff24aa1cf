import type { InlineConfig } from 'vite';
import { fromRoot } from '../paths.ts';

/** A sandboxed preload cannot be an ES module: exactly one CommonJS file. */
export const preloadConfig = (outDir: string): InlineConfig => ({
  root: fromRoot(),
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'chrome140',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { preload: fromRoot('electron/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      external: ['electron'],
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
});
