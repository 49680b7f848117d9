// Slack exports by hand, as Slack and the programs that fetch files along make them.

import { zipped } from './workbooks.ts'

export interface SlackParts {
  users?: object[]
  channels?: object[]
  groups?: object[]
  dms?: object[]
  /** By folder and day: `general/2020-01-01`. */
  days?: Record<string, unknown>
  /** Others, by their whole name. */
  files?: Record<string, string | Buffer>
}

/** The bytes of its ZIP. */
export function slackExport({ users = [], channels = [], groups = [], dms = [], days = {}, files = {} }: SlackParts): Promise<Buffer> {
  return zipped({
    'users.json': JSON.stringify(users),
    'channels.json': JSON.stringify(channels),
    ...(groups.length > 0 && { 'groups.json': JSON.stringify(groups) }),
    ...(dms.length > 0 && { 'dms.json': JSON.stringify(dms) }),
    ...Object.fromEntries(Object.entries(days).map(([name, content]) => [`${name}.json`, typeof content === 'string' ? content : JSON.stringify(content)])),
    ...files,
  })
}

export function slackUser(id: string, name: string, email?: string) {
  return { id, name: name.toLowerCase(), real_name: name, profile: { real_name: name, ...(email && { email }) } }
}

/** Seconds since 1970, as Slack names messages by. */
export function ts(day: string, n: number): string {
  return `${Date.parse(`${day}T12:00:00Z`) / 1000 + n}.${String(n).padStart(6, '0')}`
}

export function said(at: string, user: string, text: string, more: object = {}) {
  return { type: 'message', ts: at, user, text, ...more }
}
