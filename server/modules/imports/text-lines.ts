// Lines of text, for formats that are made of them.

import type { Readable } from 'node:stream'
import { decodeStream } from './encoding.ts'

export interface TextLine {
  /** From 1. */
  line: number
  text: string
  /** How long it was, when not all of it was kept. */
  length: number
}

/**
 * The lines of a file without their ends, which may be LF, CRLF, CR or what converters made of them. Of one that is
 * longer than `most` characters only the end is kept.
 */
export async function* readLines(file: Readable, encoding: string, most: number): AsyncGenerator<TextLine> {
  const decoder = decodeStream(encoding)
  file.on('error', (error) => decoder.destroy(error))
  // Of the line that has not ended: its pieces, and what may be the half of its end. Nothing is looked at twice.
  let pieces: string[] = []
  let held = 0
  let dropped = 0
  let ending = ''
  let line = 0
  const add = (text: string) => {
    pieces.push(text)
    if ((held += text.length) <= most) return
    dropped += held
    pieces = []
    held = 0
  }
  const take = () => {
    const taken = { line: ++line, text: pieces.join(''), length: held + dropped }
    pieces = []
    held = dropped = 0
    return taken
  }
  try {
    for await (const chunk of file.pipe(decoder).setEncoding('utf8') as AsyncIterable<string>) {
      const texts = (ending + chunk).split(/\r*\n|\r(?!\r*\n?$)/)
      const last = texts.pop()!
      for (const text of texts) {
        add(text)
        yield take()
      }
      let end = last.length
      while (last[end - 1] === '\r') end--
      add(last.slice(0, end))
      ending = last.slice(end)
    }
    yield take()
  } finally {
    file.destroy()
  }
}
