// The reference of the API at /docs: Swagger UI over the live OpenAPI document, all of it from here.
//
// By hand and not by the plugin of the package that has the files: the plugin takes 100 ms of each start.

import { readFile } from 'node:fs/promises'
import { notFound } from '#platform/errors'
import type { App } from '#platform/http'

export function referenceRoutes(app: App) {
  const answer = { config: { access: 'public', kept: true }, schema: { hide: true } } as const

  app.get('/docs', answer, async (_request, reply) => {
    const page = await readFile(new URL('page.html', import.meta.url))
    return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page)
  })

  app.get<{ Params: { file: string } }>('/docs/:file', answer, async ({ params: { file } }, reply) => {
    const found = Object.hasOwn(files, file) ? files[file as keyof typeof files] : undefined
    if (!found) throw notFound('file', file)
    const [folder, type] = found
    return reply.type(type).send(await readFile(new URL(file, folder)))
  })
}

/** What Swagger UI needs and nothing more: our own files, icons within its style sheet, and calls to this server. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join(';')

const own = new URL('./', import.meta.url)
const swagger = new URL('static/', import.meta.resolve('@fastify/swagger-ui'))

const files = {
  'page.css': [own, 'text/css; charset=utf-8'],
  'page.js': [own, 'text/javascript; charset=utf-8'],
  'swagger-ui.css': [swagger, 'text/css; charset=utf-8'],
  'swagger-ui-bundle.js': [swagger, 'text/javascript; charset=utf-8'],
} as const
