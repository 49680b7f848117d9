// The web client: files that `npm run build` made, and one page for every address of the client's own router. Answered where
// no route is, so nothing of it stands in the way of the API.

import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Fallback } from '#platform/unknown-routes'

const built = new URL('../../web/dist/', import.meta.url)

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
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
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join(';')

/** Serves the client as it is in `folder`, which may be built anew meanwhile. */
export function createWebClient(folder = built): Fallback {
  return async (request, reply) => {
    if (request.method !== 'GET') return false
    const path = request.url.split('?')[0]!
    if (isFile.test(path) && (await sendFile(new URL(`.${path}`, folder), { request, reply }))) return true
    const isPage = !path.startsWith('/api/') && extname(path) === '' && request.headers.accept?.includes('text/html')
    if (!isPage) return false
    const page = await readFile(new URL('index.html', folder), 'utf8').catch(() => notBuilt)
    reply.code(200).header('content-security-policy', policy).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
    return true
  }
}

/** What the build makes, but for the page, which has no name of its own. */
const isFile = /^\/(?:assets\/)?[\w-][\w.-]*\.(?:css|js|png|svg|webmanifest|woff2)$/

/** Returns whether there is such a file. */
async function sendFile(url: URL, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): Promise<boolean> {
  const { pathname } = url
  const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? await readIfThere(new URL(`${url.href}.br`)) : undefined
  const content = packed ?? (await readIfThere(url))
  if (!content) return false
  if (packed) reply.header('content-encoding', 'br')
  // Names of assets hold a hash of their content: what they name never changes.
  const kept = pathname.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  reply.code(200).header('vary', 'accept-encoding').header('cache-control', kept).type(types[extname(pathname)] ?? 'application/octet-stream')
  reply.send(content)
  return true
}

function readIfThere(url: URL): Promise<Buffer | undefined> {
  return readFile(url).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

const notBuilt = `<!doctype html><meta charset="utf-8"><title>Rapport</title>
<p>Rapport runs, but its web client has not been built: run <code>npm run build</code> and load this page again.</p>`
