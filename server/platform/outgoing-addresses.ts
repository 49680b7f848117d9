// Where requests to a URL that somebody gave us may go: to public addresses, and where OUTGOING_ALLOW says.

import ipaddr from 'ipaddr.js'

/** What OUTGOING_ALLOW names. */
export interface Allowed {
  ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][]
  /** In lower case; `.corp.example` stands for all below it. */
  names: string[]
}

/** Of addresses, ranges and host names: `10.1.2.3`, `10.0.0.0/8`, `hooks.corp.example`, `*.corp.example`. Undefined: one is none. */
export function parseAllowed(entries: string[]): Allowed | undefined {
  const allowed: Allowed = { ranges: [], names: [] }
  for (const entry of entries) {
    if (ipaddr.isValidCIDR(entry)) allowed.ranges.push(ipaddr.parseCIDR(entry))
    else if (isAddress(entry)) allowed.ranges.push(ipaddr.parseCIDR(`${entry}/${entry.includes(':') ? 128 : 32}`))
    else if (/^(\*\.)?([a-z0-9_-]+\.)*[a-z][a-z0-9_-]*$/i.test(entry)) allowed.names.push(entry.toLowerCase().replace(/^\*/, ''))
    else return undefined
  }
  return allowed
}

/** An address as text; neither `127.1` nor a name. */
export function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
}

export function namesHost({ names }: Allowed, host: string): boolean {
  return names.some((name) => (name.startsWith('.') ? host.endsWith(name) : host === name))
}

export function namesAddress({ ranges }: Allowed, text: string): boolean {
  const address = ipaddr.process(text)
  return ranges.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits))
}

/** Whether it is an address of the public internet, and none that clouds answer secrets at. */
export function isPublic(text: string): boolean {
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv6) {
    // NAT64: where there is no IPv4, every IPv4 address is reached as one of these.
    if (address.match(nat64)) return isPublic(address.toByteArray().slice(12).join('.'))
    return address.range() === 'unicast' && address.match(globalUnicast)
  }
  return address.range() === 'unicast' && address.toString() !== azureHost
}

const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** All that is given out; others carry or may carry an IPv4 address (6to4 and Teredo are in it, and no `unicast`). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** The other addresses of metadata are link-local, private or reserved. */
const azureHost = '168.63.129.16'
