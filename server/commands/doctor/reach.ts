// Whether the server answers, and where people look for it.

import type { Config } from '#platform/config'
import { causeOf, locateServer } from '../import/api.ts'
import { error, note, ok, warning, type Finding } from './finding.ts'

const patience = 5_000

export async function checkAnswer(config: Config): Promise<Finding[]> {
  const url = await locateServer(config)
  const get = (path: string) => fetch(url + path, { signal: AbortSignal.timeout(patience) })
  const alive = await get('/healthz').catch((failure) => failure as Error)
  if (alive instanceof Error) {
    return [warning('Server', `Not running: nothing answers at ${url} (${causeOf(alive)}).`, 'npm start')]
  }
  const health = (await alive.json().catch(() => undefined)) as { status?: string } | undefined
  if (health?.status !== 'ok') {
    return [error('Server', `What answers at ${url} is no Rapport.`, 'Set PORT, or RAPPORT_URL, to where it is.')]
  }
  const { status, checks } = (await (await get('/readyz')).json()) as { status: string; checks: Record<string, string> }
  const missing = Object.entries(checks).filter(([, outcome]) => outcome !== 'ok')
  return [
    ok('Server', `answers at ${url}`),
    status === 'ok'
      ? ok('Readiness', Object.keys(checks).join(', '))
      : (status === 'degraded' ? warning : error)(
          'Readiness',
          missing.map(([name, outcome]) => `${name}: ${outcome}`).join('; '),
          'The log says more.',
        ),
  ]
}

/** Links with an address that only this machine knows, or that only a proxy can serve. */
export async function checkPublicUrl({ public_url, host, port }: Config): Promise<Finding> {
  const subject = 'PUBLIC_URL'
  const { hostname, port: publicPort, protocol } = new URL(public_url)
  const local = isLoopback(hostname)
  if (local && !isLoopback(host)) {
    return warning(subject, `${public_url}, though the server listens on ${host}: links work on this machine only.`,
      'Set PUBLIC_URL to the address that people use.')
  }
  if (local && Number(publicPort || (protocol === 'https:' ? 443 : 80)) !== port && port !== 0) {
    const mend = `PUBLIC_URL=http://localhost:${port}`
    return note(subject, `${public_url}, though the server listens on port ${port}.`, mend)
  }
  if (!local && isLoopback(host)) {
    return note(subject, `${public_url}, and the server listens on ${host}: a proxy must stand between.`,
      'Without a proxy: HOST=0.0.0.0')
  }
  return ok(subject, public_url)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || host.startsWith('127.')
}
