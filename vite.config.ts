import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The built web app goes to dist/web; the server serves it from there. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Every browser kith supports knows modulepreload; the polyfill would be dead weight.
    modulePreload: { polyfill: false },
    // A strict Content-Security-Policy allows fonts and scripts from the server only, not inline.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
})
