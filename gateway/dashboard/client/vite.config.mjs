// Builds the dashboard into dist/pages/dashboard, which the gateway serves at /dashboard.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precompress } from '../../../scripts/precompress.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The version is the entry's hashed name: a page knows from it that it is no longer the newest. */
function writeVersion() {
  return {
    name: 'write-version',
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
      this.emitFile({
        type: 'asset',
        fileName: 'version.json',
        source: JSON.stringify({ entry: entry.fileName }),
      });
    },
  };
}

export default defineConfig({
  root: here,
  base: '/dashboard/',
  plugins: [writeVersion(), precompress()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { fs: { allow: ['../../..'] } },
  build: {
    outDir: fileURLToPath(new URL('../../../dist/pages/dashboard', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
