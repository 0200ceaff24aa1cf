import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import type { InlineConfig } from 'vite';
import { fromRoot } from '../paths.ts';

/** The main process and its utility processes: ES modules for the Node that Electron embeds, every dependency bundled. */
export const mainConfig = (outDir: string): InlineConfig => {
  const vault = fromRoot('electron/vault/process.ts');
  return {
    root: fromRoot(),
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          main: fromRoot('electron/main.ts'),
          exchange: fromRoot('electron/exchange/thread.ts'),
          ...(existsSync(vault) ? { vault } : {}),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        external: ['electron', ...builtinModules, /^node:/],
      },
    },
    ssr: { noExternal: true, external: ['electron'] },
  };
};
