// winmail.dat: what Outlook puts around attachments for other Outlooks (MS-OXTNEF): its files, and its text where the mail
// has none. Of a message inside only the files are taken.

import { decodeCharset } from './mail-charset.ts'

export interface Tnef {
  text: string | null
  html: Buffer | null
  files: { name: string; type: string | null; content: Buffer }[]
}

/** Undefined for what is none. Of one that is cut off what stands before. */
export function readTnef(bytes: Buffer, depth = 0): Tnef | undefined {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== 0x223e9f78) return undefined
  const found: Tnef = { text: null, html: null, files: [] }
  let file: Partial<Tnef['files'][number]> | undefined
  let codepage = 'cp1252'
  const close = () => {
    if (file?.content) found.files.push({ name: file.name ?? '', type: file.type ?? null, content: file.content })
    file = undefined
  }
  for (const { id, data } of readAttributes(bytes)) {
    if (id === attribute.codepage && data.length >= 4) codepage = `cp${data.readUInt32LE(0)}`
    else if (id === attribute.body) found.text ??= text(data, codepage)
    else if (id === attribute.properties) {
      for (const property of readProperties(data)) {
        if (property.id === 0x1000) found.text = textOf(property, codepage)
        else if (property.id === 0x1013) found.html = property.data
      }
    } else if (id === attribute.rendering) {
      close()
      file = {}
    } else if (!file) continue
    else if (id === attribute.title) file.name ??= text(data, codepage)
    else if (id === attribute.data) file.content = data
    else if (id === attribute.attachment) {
      for (const property of readProperties(data)) {
        if (property.id === 0x3707) file.name = textOf(property, codepage)
        else if (property.id === 0x370e) file.type = textOf(property, codepage).toLowerCase()
        else if (property.id === 0x3701 && property.type === 0x0d) {
          // A message inside: 16 bytes that say so, and it.
          const inner = depth < 3 ? readTnef(property.data.subarray(16), depth + 1) : undefined
          found.files.push(...(inner?.files ?? []))
          delete file.content
        } else if (property.id === 0x3701) file.content ??= property.data
      }
    }
  }
  close()
  return found
}

const attribute = {
  codepage: 0x69007, body: 0x2800c, properties: 0x69003, rendering: 0x69002, title: 0x18010, data: 0x6800f, attachment: 0x69005,
}

function* readAttributes(bytes: Buffer): Generator<{ id: number; data: Buffer }> {
  for (let at = 6; at + 9 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 5)
    if (at + 9 + length > bytes.length) return
    yield { id: bytes.readUInt32LE(at + 1), data: bytes.subarray(at + 9, at + 9 + length) }
    // A checksum of two bytes follows.
    at += 11 + length
  }
}

interface Property {
  id: number
  type: number
  data: Buffer
}

const sizes: Record<number, number | undefined> = {
  0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0a: 4, 0x0b: 4, 0x14: 8, 0x40: 8, 0x48: 16,
}

/** Of several values the first. Ends where it cannot go on. */
function* readProperties(bytes: Buffer): Generator<Property> {
  let at = 4
  while (at + 4 <= bytes.length) {
    const type = bytes.readUInt16LE(at)
    const id = bytes.readUInt16LE(at + 2)
    at += 4
    if (id >= 0x8000) {
      if (at + 24 > bytes.length) return
      const isNamed = bytes.readUInt32LE(at + 16) === 1
      at += isNamed ? 24 + padded(bytes.readUInt32LE(at + 20)) : 24
    }
    const size = sizes[type & 0xfff]
    const isMany = (type & 0x1000) !== 0
    let count = 1
    if (isMany || size === undefined) {
      if (at + 4 > bytes.length) return
      count = bytes.readUInt32LE(at)
      at += 4
    }
    for (let n = 0; n < count; n++) {
      if (size === undefined && at + 4 > bytes.length) return
      const length = size ?? bytes.readUInt32LE(at)
      const from = size === undefined ? at + 4 : at
      if (from + length > bytes.length) return
      if (n === 0) yield { id, type, data: bytes.subarray(from, from + length) }
      at = from + padded(length)
    }
  }
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}

function textOf({ type, data }: Property, codepage: string): string {
  return type === 0x1f ? data.toString('utf16le').replaceAll('\0', '') : text(data, codepage)
}

function text(data: Buffer, codepage: string): string {
  return decodeCharset(data, codepage).replaceAll('\0', '')
}
