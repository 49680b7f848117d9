// A property of a vCard or a calendar: `item1.TEL;TYPE=work:+44 1` (RFC 6350, 3.3; RFC 5545, 3.1).

export interface ContentLine {
  /** `item1`, in lower case. */
  group: string | null
  /** In upper case. */
  name: string
  /** By name in upper case; a bare word of vCard 2.1 stands under the empty name. */
  parameters: Map<string, string[]>
  value: string
}

/** Undefined for what is no property. `text` is unfolded. */
export function readContentLine(text: string): ContentLine | undefined {
  // The colon that ends the parameters stands outside of quotes.
  const match = /^\s*(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^:;"]|"[^"]*")*)*):(.*)$/s.exec(text)
  if (!match) return undefined
  const [, group, name, written = '', value] = match
  const parameters = new Map<string, string[]>()
  for (const [, key, given] of written.matchAll(/;([^=;"]*)(?:=((?:[^;"]|"[^"]*")*))?/g)) {
    const word = key!.trim()
    const target = given === undefined ? '' : word.toUpperCase()
    const values = given === undefined ? [word] : splitValues(given)
    parameters.set(target, [...(parameters.get(target) ?? []), ...values])
  }
  return { group: group?.toLowerCase() ?? null, name: name!.toUpperCase(), parameters, value: value! }
}

/** At commas outside of quotes. */
function splitValues(given: string): string[] {
  return (given.match(/(?:"[^"]*"|[^",])+/g) ?? ['']).flatMap((one) => {
    // Several of a list are also quoted together: TYPE="work,voice".
    return one.startsWith('"') ? one.replaceAll('"', '').split(',') : [one]
  }).map((one) => one.trim())
}

/** Text without its escapes. */
export function unescapeText(value: string): string {
  return value.replaceAll(/\\([nN]|[^\w\s])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character))
}
