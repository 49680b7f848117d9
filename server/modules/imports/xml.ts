// XML as a stream of elements, in bounds: no document type (whose entities could expand without end), no depth, no text
// that does not end.

import { SaxesParser } from 'saxes'
import { invalid } from '#platform/errors'

export interface XmlHandlers {
  /** Names are without their prefix. */
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

const limits = { depth: 64, pending: 2 * 1024 * 1024 }

export interface XmlReader {
  /** Calls the handlers with what the next piece of the file holds. */
  write(chunk: Buffer): void
  end(): void
}

/** Its methods throw invalid for what is not well-formed or beyond the bounds. */
export function createXmlReader({ open, close, text }: XmlHandlers): XmlReader {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let pending = 0
  let depth = 0
  parser.on('error', (error) => {
    throw invalid(`The file is damaged: its XML is not well-formed (${error.message}).`)
  })
  parser.on('doctype', () => {
    throw invalid('The file has a document type in its XML, which none that a spreadsheet program wrote has.')
  })
  parser.on('opentag', ({ name, attributes }) => {
    pending = 0
    if (++depth > limits.depth) throw invalid('The file is damaged: its XML is nested too deeply.')
    open?.(local(name), attributes as Record<string, string>)
  })
  parser.on('closetag', ({ name }) => {
    pending = 0
    depth--
    close?.(local(name))
  })
  parser.on('text', (value) => text?.(value))
  parser.on('cdata', (value) => text?.(value))
  let decoder: InstanceType<typeof TextDecoder> | undefined
  return {
    write(chunk) {
      decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8')
      pending += chunk.length
      if (pending > limits.pending) throw invalid('A cell of the sheet is larger than 1 MB.')
      parser.write(decoder.decode(chunk, { stream: true }))
    },
    end: () => void parser.close(),
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
