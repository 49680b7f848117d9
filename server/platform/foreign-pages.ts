// A page of another origin can make a browser send its cookies here. SameSite=Lax keeps most of that away; this is the
// rest: pages on a sibling domain, and signing somebody in as somebody else. Browsers say where a request comes from,
// and nothing else does, so a request that says nothing is no browser's.

import type { IncomingHttpHeaders } from 'node:http'
import { forbidden } from '#platform/errors'

/** Throws forbidden when a page that is not ours makes this request, and no api key vouches for it. */
export function refuseForeignPage(headers: IncomingHttpHeaders, publicUrl: string) {
  if (vouchesForItself(headers)) return
  const { origin, host, 'sec-fetch-site': site } = headers
  const foreign = origin === undefined ? site === 'cross-site' || site === 'same-site' : !isOurs(origin, host, publicUrl)
  if (foreign) throw forbidden('A page of another origin may not do this for you. (If it is yours, set PUBLIC_URL to its address.)')
}

/** Whether a request presents an api key. A browser adds none by itself; what it does add (Basic, Negotiate) is none. */
function vouchesForItself({ authorization, 'x-api-key': key }: IncomingHttpHeaders): boolean {
  return key !== undefined || /^bearer /i.test(authorization ?? '')
}

/** Whether a method changes nothing (RFC 9110, 9.2.1). */
export function isSafe(method: string): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method)
}

/** The origin of PUBLIC_URL, or whatever name this server was called by: nobody else's page has that one. */
function isOurs(origin: string, host: string | undefined, publicUrl: string): boolean {
  const url = URL.parse(origin)
  return url !== null && (url.origin === new URL(publicUrl).origin || url.host === host)
}
