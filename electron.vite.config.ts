// The three builds: main (one file per door), preload (sandboxed) and the page.

import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const source = (path: string) => join(import.meta.dirname, 'src', path);

// The oldest Electron that runs this is 33: Chromium 130 and Node 20.
const node = 'node20';
const chromium = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: node,
      // Everything is bundled but the native modules, which find their binaries beside themselves.
      externalizeDeps: false,
      rolldownOptions: {
        external: [/^better-sqlite3/],
        input: {
          index: source('main/index.ts'),
          'archive-process': source('main/archive-process.ts'),
          'read-worker': source('main/read-worker.ts'),
          'job-worker': source('main/job-worker.ts'),
          cli: source('main/cli.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: node,
      // A sandboxed preload script is one CommonJS file that may load nothing but Electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react()],
    build: {
      target: chromium,
      sourcemap: false,
      minify: true,
      // The content security policy allows files of our own scheme only: nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Everything is read from this computer, so one large file is no slower than several.
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { input: source('renderer/index.html') },
    },
  },
});
