// What a browser is told not to do with our answers.

import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import type { App } from '#platform/http'

/** Nothing of what the API answers is a page: it may load, run, embed and submit nothing, and be framed by nobody. */
export function addSecurityHeaders(app: App, { public_url }: { public_url: string }) {
  const options: FastifyHelmetOptions = {
    contentSecurityPolicy: { useDefaults: false, directives: nothing },
    referrerPolicy: { policy: 'no-referrer' },
    // A promise about the whole host for a year, so only where people come by https anyway.
    strictTransportSecurity: public_url.startsWith('https:') && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  }
  app.register(helmet, options)
}

const nothing = {
  defaultSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
}
