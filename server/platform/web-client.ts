// The web client: files that `npm run build` made, and one page for every address of the client's own router. Answered where
// no route is, so nothing of it stands in the way of the API.

import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Fallback } from '#platform/unknown-routes'

const built = new URL('../../web/dist/', import.meta.url)

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** What the client needs and nothing more: files of this server, calls to it, mail in a frame, and pictures that the person brings in. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join(';')

/** Serves the client as it is in `folder` now. */
export function createWebClient(folder = built): Fallback {
  const files = new Set(listFiles(folder))
  return async (request, reply) => {
    if (request.method !== 'GET') return false
    const path = request.url.split('?')[0]!
    const file = path.slice(1)
    if (files.has(file)) {
      await sendFile(new URL(file, folder), { request, reply })
      return true
    }
    const isPage = !path.startsWith('/api/') && extname(path) === '' && request.headers.accept?.includes('text/html')
    if (!isPage) return false
    const page = await readFile(new URL('index.html', folder), 'utf8').catch(() => notBuilt)
    reply.code(200).header('content-security-policy', policy).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
    return true
  }
}

async function sendFile(url: URL, { request, reply }: { request: FastifyRequest; reply: FastifyReply }) {
  const { pathname } = url
  const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && /\.(js|css|svg)$/.test(pathname)
  if (packed) reply.header('content-encoding', 'br')
  // Names of assets hold a hash of their content: what they name never changes.
  const kept = pathname.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  reply.code(200).header('vary', 'accept-encoding').header('cache-control', kept).type(types[extname(pathname)] ?? 'application/octet-stream')
  reply.send(await readFile(packed ? new URL(`${url.href}.br`) : url))
}

const notBuilt = `<!doctype html><meta charset="utf-8"><title>Rapport</title>
<p>Rapport runs, but its web client has not been built: run <code>npm run build</code> and load this page again.</p>`

function listFiles(folder: URL): string[] {
  const root = fileURLToPath(folder)
  try {
    const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(root, `${parentPath}/${name}`))
    return files.filter((file) => !file.endsWith('.br') && file !== 'index.html')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
