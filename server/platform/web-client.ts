// The web client: files that `npm run build` made, and one page for every address that is no file, where the client's own
// router goes on. By hand, like the reference: the plugin for it takes 100 ms of each start.

import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#platform/http'

export const clientFolder = new URL('../../web/dist/', import.meta.url)

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * What the client needs and nothing more: files of this server, calls to it, and what the person brings in (`blob:`).
 * Inline styles are for positions that scripts compute; there are no inline scripts.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join(';')

/** Serves the built client's files. Without a build there are none, and the page says how to make it. */
export function webClientRoutes(app: App) {
  const kept = { config: { access: 'public', kept: true }, schema: { hide: true } } as const
  for (const file of listFiles()) {
    // Names of assets hold a hash of their content: what they name never changes.
    const forever = file.startsWith('assets/')
    app.get(`/${file}`, kept, async (request, reply) => {
      const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && /\.(js|css|svg)$/.test(file)
      if (packed) reply.header('content-encoding', 'br')
      reply.header('vary', 'accept-encoding').header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      return reply.type(types[extname(file)] ?? 'application/octet-stream').send(await readFile(new URL(packed ? `${file}.br` : file, clientFolder)))
    })
  }
}

/** Answers a browser that asks for an address of the client's; false when it is not for that. */
export async function answerWithPage({ method, url, headers }: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const path = url.split('?')[0]!
  if (method !== 'GET' || path.startsWith('/api/') || extname(path) !== '' || !headers.accept?.includes('text/html')) return false
  const page = await readFile(new URL('index.html', clientFolder), 'utf8').catch(() => notBuilt)
  reply.code(200).header('content-security-policy', policy).header('cache-control', 'no-cache').type(types['.html']!).send(page)
  return true
}

const notBuilt = `<!doctype html><meta charset="utf-8"><title>Rapport</title>
<p>Rapport runs, but its web client has not been built: run <code>npm run build</code> and load this page again.</p>`

function listFiles(): string[] {
  try {
    const entries = readdirSync(clientFolder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`.slice(clientFolder.pathname.length).replace(/^\//, ''))
    return files.filter((file) => !file.endsWith('.br') && file !== 'index.html')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
