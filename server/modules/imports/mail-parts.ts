// The leaf parts of a message, also those that stand in wrappings which mail programs open: what S/MIME has signed, Outlook's
// winmail.dat, and files between the lines of a text.

import { decodeBody, readHeaders, walkParts, type Headers, type Part } from './mime.ts'
import { unwrapSigned } from './signed-message.ts'
import { readTnef } from './tnef.ts'
import { takeUuencoded } from './uuencode.ts'

/** In order; bodies still encoded and, of what was in no wrapping, not copied. */
export function* listParts(raw: Buffer, headers: Headers, bodyAt: number, depth = 0): Generator<Part> {
  for (const part of walkParts(raw, headers, bodyAt)) yield* open(part, depth)
}

const deepest = 3

function* open(part: Part, depth: number): Generator<Part> {
  if (/^application\/(?:x-)?pkcs7-mime$/.test(part.type) && depth < deepest) {
    const entity = unwrapSigned(decodeBody(part))
    if (!entity) return yield part
    const { headers, body_at } = readHeaders(entity)
    for (const inner of listParts(entity, headers, body_at, depth + 1)) yield { ...inner, parent: inner.parent ?? part.parent }
  } else if (/^application\/(?:vnd\.)?ms-tnef$/.test(part.type) || /^winmail\.dat$/i.test(part.filename ?? '')) yield* openTnef(part)
  else if (part.type === 'text/plain' && part.disposition !== 'attachment' && part.body.includes('begin ')) yield* openText(part)
  else yield part
}

function* openTnef(part: Part): Generator<Part> {
  const found = readTnef(decodeBody(part))
  if (!found || (found.files.length === 0 && !found.text && !found.html)) return yield part
  const inside = { parent: part.parent, left_out: undefined }
  // Only for a mail that says nothing besides.
  if (found.text) yield { ...plain, ...inside, type: 'text/plain', charset: 'utf-8', body: Buffer.from(found.text), is_spare: true }
  else if (found.html) yield { ...plain, ...inside, type: 'text/html', body: found.html, is_spare: true }
  for (const { name, type, content } of found.files) yield { ...attached(name, content), ...inside, ...(type?.includes('/') && { type }) }
}

function* openText(part: Part): Generator<Part> {
  const { text, files } = takeUuencoded(decodeBody(part))
  if (files.length === 0) return yield part
  yield { ...part, encoding: '', body: text }
  for (const { name, content } of files) yield { ...attached(name, content), parent: part.parent }
}

const plain = {
  type: 'application/octet-stream', charset: undefined, encoding: '', disposition: undefined, filename: undefined, cid: undefined, parent: undefined,
  is_embedded: false, joins_lines: false, is_flowed: false, left_out: undefined, is_in_text: false, is_spare: false,
}

function attached(filename: string, body: Buffer): Part {
  return { ...plain, disposition: 'attachment', filename, body }
}
