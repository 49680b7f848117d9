// What Slack calls mrkdwn, as Markdown. https://docs.slack.dev/messaging/formatting-message-text

import { gemoji } from 'gemoji'

export interface Names {
  /** A member of ours, or what they were called. */
  user(id: string): { user_id?: string; name: string }
  /** A public one. */
  channel(id: string): string | undefined
}

/** Code is as it is; around it everything is rewritten. */
export function toMarkdown(text: string, names: Names): string {
  return text
    .split(/(```[\s\S]*?```|`[^`\n]+`)/)
    .map((part, place) => (place % 2 === 0 ? rewrite(part, names) : rewriteCode(part)))
    .join('')
    .trim()
}

function rewriteCode(part: string): string {
  const code = decode(part.replace(/<((?:https?|mailto):[^|>]*)(?:\|([^>]*))?>/g, (_, url: string, label?: string) => label ?? url))
  if (!part.startsWith('```')) return code
  // Markdown wants the fences on lines of their own.
  return `\n\`\`\`\n${code.slice(3, -3).replace(/^\n|\n$/g, '')}\n\`\`\`\n`
}

function rewrite(part: string, names: Names): string {
  const links: string[] = []
  // Out of the way of what makes words bold.
  const keep = (markdown: string) => `\0${links.push(markdown) - 1}\0`
  const plain = part.replace(/<([^<>\n]+)>/g, (whole, inner: string) => {
    const shown = rewriteReference(inner, names)
    return shown === undefined ? whole : keep(shown)
  })
  return decode(escapeMarkdown(quoteRest(plain)))
    .replace(/(?<![\p{L}\p{N}*])\*(?! )([^*\n]+?)(?<! )\*(?![\p{L}\p{N}*])/gu, '**$1**')
    .replace(/(?<![\p{L}\p{N}~])~(?! )([^~\n]+?)(?<! )~(?![\p{L}\p{N}~])/gu, '~~$1~~')
    .replace(/^[ \t]*[•◦▪]\s*/gm, (bullet) => `${' '.repeat(bullet.search(/\S/))}- `)
    .replace(/:([a-z0-9_+'-]+)(?:::skin-tone-([2-6]))?:/g, (whole, name: string, tone?: string) => emojiOf(tone ? `${name}::skin-tone-${tone}` : name) ?? whole)
    .replace(/\0(\d+)\0/g, (_, index: string) => links[Number(index)] ?? '')
}

/** What stands in angle brackets: somebody, a room, everybody, a day, a link. */
function rewriteReference(inner: string, names: Names): string | undefined {
  const [target = '', ...rest] = inner.split('|')
  const label = decode(rest.join('|'))
  const sign = target[0]
  if (sign === '@') {
    const { user_id, name } = names.user(target.slice(1))
    return user_id ? `[@${escapeLabel(name)}](user:${user_id})` : `@${label || name}`
  }
  if (sign === '#') return `#${label || names.channel(target.slice(1)) || 'private'}`
  if (sign === '!') return label || `@${target.slice(1).split('^')[0]}`
  if (!/^(?:https?|mailto|tel|ftp|slack):/i.test(target)) return undefined
  const url = decode(target)
  if (label === '' || label === url || `mailto:${label}` === url) return label || url.replace(/^mailto:/, '')
  return `[${escapeLabel(label)}](${url.replace(/[()\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`
}

/** `>>>` quotes all that follows. */
function quoteRest(text: string): string {
  const at = text.search(/^&gt;&gt;&gt;/m)
  if (at < 0) return text
  const quoted = text.slice(at + '&gt;&gt;&gt;'.length).trimStart()
  return text.slice(0, at) + quoted.split('\n').map((line) => `&gt; ${line}`).join('\n')
}

/** What is plain in Slack and would be a heading or a rule here. */
function escapeMarkdown(text: string): string {
  return text.replace(/^([ \t]*)(#{1,6}(?=\s)|={2,}[ \t]*$|-{2,}[ \t]*$)/gm, '$1\\$2').replace(/\](?=\()/g, '\\]')
}

function escapeLabel(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&').replace(/\s+/g, ' ')
}

function decode(text: string): string {
  return text.replace(/&(lt|gt|amp);/g, (_, name: 'lt' | 'gt' | 'amp') => ({ lt: '<', gt: '>', amp: '&' })[name])
}

const emoji = new Map(gemoji.flatMap(({ emoji: sign, names }) => names.map((name) => [name, sign] as const)))
/** Where Slack has another name for one. */
const slackNames: Record<string, string> = { thumbsup_all: '👍', simple_smile: '🙂', slightly_smiling_face: '🙂', white_check_mark: '✅', heavy_plus_sign: '➕', party_popper: '🎉', man: '👨', woman: '👩' }
const tones = ['🏻', '🏼', '🏽', '🏾', '🏿']

/** `tada`, `wave::skin-tone-3`. Undefined for one that an organization has made. */
export function emojiOf(name: string): string | undefined {
  const [base = '', tone] = name.split('::skin-tone-')
  const sign = emoji.get(base) ?? slackNames[base]
  if (!sign || !tone) return sign
  return sign.replace(/\uFE0F$/u, '') + (tones[Number(tone) - 2] ?? '')
}
