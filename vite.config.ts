import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { frame, packed } from './scripts/web-frame.ts'

/** The reader of the API's document at /api/docs: one file of a package, taken as it is. */
const apiReader = (): Plugin => ({
  name: 'kith-api-reader',
  generateBundle() {
    const package_ = createRequire(import.meta.url).resolve('openapi-explorer/package.json')
    this.emitFile({
      type: 'asset',
      fileName: 'api-docs/openapi-explorer.min.js',
      source: readFileSync(new URL('dist/browser/openapi-explorer.min.js', `file://${package_}`)),
    })
  },
})

/** The built web app goes to dist/web; the server serves it from there. */
export default defineConfig({
  plugins: [react(), apiReader(), frame(), packed()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Every browser kith supports knows modulepreload; the polyfill would be dead weight.
    modulePreload: { polyfill: false },
    // A strict Content-Security-Policy allows fonts and scripts from the server only, not inline.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    // What several screens share comes in a few files: sixty small ones made the first load wait on round trips. Each
    // group needs only those above it, so that none is asked for what it has not run yet.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 4 },
            { name: 'start', tags: ['$initial'], test: /node_modules/, priority: 3 },
            { name: 'kith', tags: ['$initial'], test: /src[\\/]web/, priority: 2 },
            { name: 'parts', test: /node_modules/, minShareCount: 3, priority: 1 },
            { name: 'shared', test: /src[\\/]web/, minShareCount: 3, priority: 0 },
          ],
        },
      },
    },
  },
})
