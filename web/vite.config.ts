// The web client: built to web/dist by `npm run build`; `npm run dev` serves it with hot reload beside a running server.

import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.RAPPORT_URL ?? 'http://localhost:8080'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  // Nothing inline: the content security policy lets in files of this server only.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'es2023', reportCompressedSize: false },
  server: { proxy: { '/api': { target: server, ws: true } } },
})
