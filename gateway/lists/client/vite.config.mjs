// Builds the page of lists into dist/pages/lists, which the gateway serves at /lists.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precompress } from '../../../scripts/precompress.mjs';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/lists/',
  plugins: [precompress()],
  build: {
    outDir: fileURLToPath(new URL('../../../dist/pages/lists', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
