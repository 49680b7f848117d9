// From whatever was uploaded to a picture of ours: drawn anew, so nothing of the file is left but its pixels.

import type { Sharp, SharpConstructor, SharpOptions } from 'sharp'
import { invalid, RapportError, tooLarge, unavailable, unsupported } from '#platform/errors'

/** A photo of today's phones, and nothing that unpacks to gigabytes. */
const most = { pixels: 64_000_000, side: 20_000 }

/** Decoding one takes a core and, in the worst case, some 250 MB: so many at once, and so many that wait for it. */
const atOnce = 2
const waiting = 16

export interface Drawn {
  data: Buffer
  /** Of the picture that was uploaded, as the camera was held. */
  width: number
  height: number
}

/**
 * What `shape` makes of a picture; of one that moves, of its beginning, if that `may_move`. Throws unsupported for what is no
 * image, invalid or too_large for one that we do not take, unavailable when too many wait.
 */
export async function drawImage(file: Buffer, shape: (image: Sharp) => Sharp, { may_move = false } = {}): Promise<Drawn> {
  return gate(async () => {
    checkFormat(file)
    const sharp = await loadSharp()
    try {
      // Of the head of the file, without its pixels.
      const { width, height, autoOrient, pages = 1 } = await sharp(file, { ...options, limitInputPixels: false }).metadata()
      if (pages > 1 && !may_move) throw invalid('The image moves, or has several pages: send a single picture.')
      checkSize({ width, height })
      // sharp writes no metadata, and colours as sRGB, unless it is told to.
      const data = await shape(sharp(file, options).autoOrient()).timeout({ seconds: 20 }).toBuffer()
      return { data, width: autoOrient.width, height: autoOrient.height }
    } catch (error) {
      if (error instanceof RapportError) throw error
      throw invalid('The image is damaged or cut off: open it in a program for pictures, save it anew and send that.')
    }
  })
}

const options: SharpOptions = { failOn: 'warning', limitInputPixels: most.pixels }

function checkSize({ width, height }: { width: number; height: number }) {
  if (Math.max(width, height) > most.side || width * height > most.pixels) {
    throw tooLarge(`The image has more than ${most.pixels / 1_000_000} million pixels: send a smaller one.`)
  }
}

/** By what stands in the file; its name and its type are what somebody says. */
function checkFormat(file: Buffer) {
  const text = (from: number, to: number) => file.toString('latin1', from, to)
  const isJpeg = file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff
  const isPng = text(0, 8) === '\x89PNG\r\n\x1a\n'
  const isWebp = text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP'
  const isGif = /^GIF8[79]a$/.test(text(0, 6))
  const isAvif = text(4, 8) === 'ftyp' && /^(avif|mif1|miaf)$/.test(text(8, 12))
  if (isJpeg || isPng || isWebp || isGif || isAvif) return
  if (text(4, 8) === 'ftyp' && /^(heic|heix|hevc)$/.test(text(8, 12))) {
    throw unsupported('HEIC pictures cannot be read: save it as JPEG.')
  }
  throw unsupported('The file is not a picture that can be read: send JPEG, PNG, WebP, AVIF or GIF.')
}

let loading: Promise<SharpConstructor> | undefined

/** With the first picture: it is 20 MB that most processes never need. */
function loadSharp(): Promise<SharpConstructor> {
  return (loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.concurrency(1)
    sharp.cache(false)
    // The only ones that a file may be given to, whatever it claims to be.
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((format) => `VipsForeignLoad${format}`) })
    return sharp
  }))
}

let running = 0
const queue: (() => void)[] = []

async function gate<T>(work: () => Promise<T>): Promise<T> {
  if (running === atOnce) {
    if (queue.length === waiting) throw unavailable('Many pictures are being drawn just now: send it again in a moment.')
    // Whoever ends hands its place over.
    await new Promise<void>((resolve) => queue.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running--
  }
}
