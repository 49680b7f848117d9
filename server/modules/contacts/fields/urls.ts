/** A web address as it is stored: `https` where no scheme was given. Undefined when it is none of the web. */
export function normalizeUrl(text: string): string | undefined {
  const trimmed = text.trim()
  const given = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (/[\s\p{Cc}]/u.test(given) || !URL.canParse(given)) return undefined
  const { protocol, hostname } = new URL(given)
  return ['http:', 'https:'].includes(protocol) && /[^.]\.[^.]|^localhost$|^\[/.test(hostname) ? given : undefined
}
