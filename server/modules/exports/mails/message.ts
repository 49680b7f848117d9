// A message as RFC 5322 and MIME have it, of what is stored of a mail.

import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { shownText } from '#modules/imports'
import type { TimelineEntry } from '#modules/timeline'
import { encodeParameter } from './encoded-words.ts'
import { writeHeader } from './header.ts'

export interface StoredBody {
  text: string | null
  html: string | null
  headers: string | null
}

export interface StoredAttachment {
  /** Null for what was left out. */
  file_id: string | null
  left_out: string | null
  name: string
  type: string
  size: number
  cid: string | null
  embedded: boolean
}

export type StoredMail = TimelineEntry & StoredBody & { source_id: string; attachments: StoredAttachment[] }

export type ReadFile = (fileId: string) => Readable

/** The message in pieces of whole lines, which LF ends; what is a Buffer are lines that are the same escaped. */
export async function* writeMessage(mail: StoredMail, read: ReadFile): Pieces {
  yield `${await writeHeader(mail)}MIME-Version: 1.0\n`
  const pictures = mail.attachments.filter(({ embedded, cid }) => embedded && cid)
  const others = mail.attachments.filter((attachment) => !pictures.includes(attachment))
  const attach = (attachment: StoredAttachment) => writeAttachment(attachment, read)
  const shown = multipart(mail, 'related', [writeTexts(mail), ...pictures.map(attach)])
  yield* multipart(mail, 'mixed', [shown, ...others.map(attach)])
}

type Pieces = AsyncGenerator<string | Buffer>

/** One part alone is itself. */
async function* multipart({ id }: StoredMail, kind: string, parts: Pieces[]): Pieces {
  if (parts.length === 1) return yield* parts[0]!
  const boundary = `=_${kind}_${id}`
  yield `Content-Type: multipart/${kind}; boundary="${boundary}"\n\n`
  for (const part of parts) {
    yield `--${boundary}\n`
    yield* part
  }
  yield `--${boundary}--\n`
}

function writeTexts(mail: StoredMail): Pieces {
  const { text, html } = mail
  // Where there was HTML alone it is so again: what it quotes is told by its marks, not by its text.
  const plain = html === null || (text !== null && shownText(html) !== text) ? [writeText('plain', text ?? '')] : []
  return multipart(mail, 'alternative', [...plain, ...(html === null ? [] : [writeText('html', html)])])
}

async function* writeText(kind: 'plain' | 'html', text: string): Pieces {
  const isReadable = kind === 'plain' && !/[^\n]{300}|\r/.test(text)
  yield `Content-Type: text/${kind}; charset=utf-8\nContent-Transfer-Encoding: ${isReadable ? '8bit' : 'base64'}\n\n`
  if (isReadable) yield `${text}\n`
  else yield toLines(Buffer.from(text))
}

async function* writeAttachment(attachment: StoredAttachment, read: ReadFile): Pieces {
  const { file_id, left_out, name, type, size, cid, embedded } = attachment
  // An invitation among the texts is known by its having no disposition.
  const isInvitation = embedded && !cid
  yield `Content-Type: ${isType(type) ? type : 'application/octet-stream'};\n ${encodeParameter('name', name)}\n`
  if (!isInvitation) yield `Content-Disposition: ${embedded ? 'inline' : 'attachment'};\n ${encodeParameter('filename', name)}\n`
  if (cid) yield `Content-ID: <${cid}>\n`
  if (left_out) yield `X-Rapport-Left-Out: ${size}; ${left_out}\n`
  if (type === 'message/rfc822') yield* writeMessagePart(file_id, read)
  else yield* writeBase64(file_id, read)
}

/** Programs read an attached message only as it is, which may have no line that is too long or that ends otherwise. */
async function* writeMessagePart(fileId: string | null, read: ReadFile): Pieces {
  // What it says is in the text of the message already.
  yield 'X-Rapport-In-Text: yes\n'
  const content = fileId ? await buffer(read(fileId)) : Buffer.alloc(0)
  const text = content.toString('latin1')
  if (/[^\n]{999}|[\0\r]/.test(text) || !Buffer.from(content.toString()).equals(content)) {
    yield 'Content-Transfer-Encoding: base64\n\n'
    yield toLines(content)
  } else {
    // The last line end belongs to the boundary that follows.
    yield `Content-Transfer-Encoding: 8bit\n\n${content.toString()}\n`
  }
}

async function* writeBase64(fileId: string | null, read: ReadFile): Pieces {
  yield 'Content-Transfer-Encoding: base64\n\n'
  if (!fileId) return
  let left: Buffer = Buffer.alloc(0)
  for await (const chunk of read(fileId) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([left, chunk])
    const whole = bytes.length - (bytes.length % bytesOfLine)
    yield toLines(bytes.subarray(0, whole))
    left = bytes.subarray(whole)
  }
  yield toLines(left)
}

const bytesOfLine = 57

/** Base64 in lines of 76 characters. */
function toLines(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('base64').replace(/.{1,76}/g, '$&\n'))
}

function isType(text: string): boolean {
  return /^[\w!#$&^.+-]{1,60}\/[\w!#$&^.+-]{1,60}$/.test(text) && !text.startsWith('multipart/')
}
