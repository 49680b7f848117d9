// Text as somebody writes it, with names in it, and the Markdown that is sent: `@Ada` there is `[@Ada](user:<id>)`.

export interface Written {
  text: string
  /** What names in it lead to: of `@Ada` the link. */
  links: Record<string, string>
}

export const nothing: Written = { text: '', links: {} }

/** In code a name is no name. */
const code = /(```[\s\S]*?(?:```|$)|`[^`\n]*`)/
const link = /\[([@#](?:\\.|[^\\[\]])+)\]\(((?:user|contact):[0-9a-f-]{36}|https?:[^\s)]+\/rooms\/[0-9a-f-]{36})\)/g

export function toMarkdown({ text, links }: Written): string {
  // The longest first: `@Ada Lovelace` is not `@Ada` and a word.
  const names = Object.keys(links).toSorted((one, other) => other.length - one.length)
  if (names.length === 0) return text.trim()
  const named = new RegExp(`(?<![\\p{L}\\p{N}\\[])(${names.map(escapeRegExp).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const withLinks = (part: string) => part.replace(named, (name) => `[${name.replace(/[\\[\]]/g, '\\$&')}](${links[name]})`)
  return text.split(code).map((part, place) => (place % 2 === 0 ? withLinks(part) : part)).join('').trim()
}

export function fromMarkdown(markdown: string): Written {
  const links: Record<string, string> = {}
  const text = markdown.replace(link, (_, name: string, target: string) => {
    const plain = name.replace(/\\(.)/g, '$1')
    links[plain] = target
    return plain
  })
  return { text, links }
}

/** The name under which this is linked: two people may be called the same. */
export function nameFor({ links }: Written, name: string, target: string): string {
  for (let count = 1, free = name; ; free = `${name} (${++count})`) if ((links[free] ?? target) === target) return free
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
