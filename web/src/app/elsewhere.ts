// Links that lead into an organization, `?in=<id>`: those in mails and pushes may be of another one than one works in now.

import { leaveFor } from './leaving.ts'
import { enterOrganization } from './session.ts'

export function inOrganization(path: string, id: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}in=${id}`
}

/** The path without it, and which one it is. */
export function readOrganization(path: string): { path: string; id: string | undefined } {
  const found = /[?&]in=([0-9a-f-]{36})/.exec(path)
  if (!found) return { path, id: undefined }
  return { path: path.replace(found[0], '').replace(/^([^?]*)&/, '$1?'), id: found[1] }
}

/** Goes on in the organization of this link, with a page of its own. Who is not in it any more stays in theirs. */
export async function follow(link: string): Promise<void> {
  const { path, id } = readOrganization(link)
  if (id === undefined) return
  await enterOrganization(id, path).catch(() => leaveFor(path))
  // This page goes.
  await new Promise(() => {})
}
