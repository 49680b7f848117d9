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
  let rest = ''
  let dropped = 0
  let line = 0
  const take = (text: string) => {
    const length = text.length + dropped
    dropped = 0
    return { line: ++line, text, length }
  }
  try {
    for await (const chunk of file.pipe(decoder).setEncoding('utf8') as AsyncIterable<string>) {
      const texts = (rest + chunk).split(/\r*\n|\r(?!\r*\n?$)/)
      rest = texts.pop()!
      for (const text of texts) yield take(text)
      if (rest.length > most) {
        dropped += rest.length
        rest = ''
      }
    }
    yield take(rest.replace(/\r+$/, ''))
  } finally {
    file.destroy()
  }
}
