// What was said, as a page of its own for a frame: mail brings styles and pictures that no other page of ours may have. The
// page is of no origin and runs nothing, whatever comes through `showHtml`; pictures from elsewhere are for those who ask.

import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { Storage } from '#platform/storage'
import { pictures } from '../attachments/content-type.ts'
import { fileKey } from '../attachments/files.ts'
import type { Interaction } from '../contract.ts'

/** What a browser may do with the page. Links open outside of the frame. */
export function pageHeaders({ load_remote }: { load_remote: boolean }): Record<string, string> {
  const sources = load_remote ? 'data: https: http:' : 'data:'
  return {
    'content-security-policy':
      `sandbox allow-popups allow-popups-to-escape-sandbox;default-src 'none';style-src 'unsafe-inline';img-src ${sources};` +
      "frame-ancestors 'self';base-uri 'none';form-action 'none'",
    'x-frame-options': 'SAMEORIGIN',
  }
}

/** The page. Embedded pictures are in it: a page of no origin can fetch none from us. */
export async function writePage(db: Db, storage: Storage, orgId: string, { body, attachments }: Interaction): Promise<string> {
  const said = body?.html ?? `<pre>${escapeText(body?.text ?? '')}</pre>`
  const wanted = attachments.filter(({ url, type }) => url && pictures.includes(type) && said.includes(`"${url}?inline=true"`))
  const files = await findFiles(db, wanted.map(({ id }) => id))
  let html = said
  let room = mostBytes
  for (const { id, url, type, size } of wanted) {
    room -= size
    if (room < 0) break
    const content = await buffer(storage.read(fileKey(orgId, files.get(id)!)))
    html = html.replaceAll(`"${url}?inline=true"`, `"data:${type};base64,${content.toString('base64')}"`)
  }
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="color-scheme" content="light"><style>${look}</style></head><body>${html}</body></html>`
}

/** Of all pictures in a page. */
const mostBytes = 10 * 1024 * 1024

const look =
  'html{background:#fff;color:#1b1c1e}body{margin:0;padding:16px;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}' +
  'img,table{max-width:100%}img{height:auto}pre{white-space:pre-wrap;font:inherit;margin:0}a{color:#0f766e}' +
  'blockquote{margin:0 0 0 4px;padding-left:12px;border-left:2px solid #d3d2cc}'

async function findFiles(db: Db, ids: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; file_id: string }>`
    select id, file_id from attachment where org_id = (select current_org()) and id = any(${ids}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, file_id }) => [id, file_id]))
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]!)
}
