/** How the page is built: into build/web, with nothing inlined so that a strict content security policy holds. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const outDir = fileURLToPath(new URL('../../build/web', import.meta.url));
const api = 'http://127.0.0.1:8080';

/** Writes `.br` and `.gz` beside every text file, for a server that sends what was compressed once. */
function precompress(): Plugin {
  return {
    name: 'matinee-precompress',
    apply: 'build',
    async closeBundle() {
      const names = await readdir(outDir, { recursive: true });
      const texts = names.filter((name) => /\.(js|css|html|svg|webmanifest)$/.test(name));
      await Promise.all(
        texts.map(async (name) => {
          const path = join(outDir, name);
          const bytes = await readFile(path);
          await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes));
          await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
        }),
      );
    },
  };
}

/**
 * Tells the service worker which files the page consists of; their names change with what is in them. What charts are
 * drawn with is as large as all the rest, and travels to those who look at charts only.
 */
function listPageFiles(): Plugin {
  return {
    name: 'matinee-page-files',
    apply: 'build',
    generateBundle(_options, bundle) {
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk') throw new Error('the build has no service worker');
      const files = Object.keys(bundle).filter(
        (name) => /\.(js|css|woff2)$/.test(name) && worker !== bundle[name] && !/\/charts-/.test(name),
      );
      worker.code = worker.code.replaceAll('PAGE_FILES', JSON.stringify(files.toSorted()));
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react(), listPageFiles(), precompress()],
  build: {
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    manifest: true,
    // The charts' libraries, which only the dashboard asks for.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: {
        index: fileURLToPath(new URL('./index.html', import.meta.url)),
        'service-worker': fileURLToPath(new URL('./service-worker/service-worker.ts', import.meta.url)),
      },
      output: {
        // Under an address that stays: the browser looks there for a new version.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            // What only the dashboard draws with travels with it.
            {
              name: 'charts',
              test: /node_modules\/(vega|d3-|internmap|topojson|delaunator|robust-predicates)/,
              priority: 1,
            },
            { name: 'libraries', test: /node_modules/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': api, '/readyz': api } },
});
