// From whatever was uploaded to a photo of ours: drawn anew, so nothing of the file is left but its picture.

import type { Sharp, SharpConstructor, SharpOptions } from 'sharp'
import { invalid, RapportError, tooLarge, unavailable, unsupported } from '#platform/errors'

/** A photo of today's phones, and nothing that unpacks to gigabytes. */
const most = { pixels: 64_000_000, side: 20_000 }

/** Decoding one takes a core and, in the worst case, some 250 MB: so many at once, and so many that wait for it. */
const atOnce = 2
const waiting = 16

/** A WebP of 400 × 400. Throws unsupported for what is no image, invalid or too_large for one that we do not take. */
export async function drawPhoto(file: Buffer): Promise<Buffer> {
  return gate(async () => {
    checkFormat(file)
    const sharp = await loadSharp()
    try {
      // Of the head of the file, without its pixels.
      await checkSize(sharp(file, { ...options, limitInputPixels: false }))
      return await sharp(file, options)
        // As the camera was held; sharp writes no metadata, and colours as sRGB, unless it is told to.
        .autoOrient()
        .resize(400, 400, { fit: 'cover', position: 'centre' })
        .webp({ quality: 85 })
        .timeout({ seconds: 20 })
        .toBuffer()
    } catch (error) {
      if (error instanceof RapportError) throw error
      throw invalid('The image is damaged or cut off: open it in a program for pictures, save it anew and send that.')
    }
  })
}

const options: SharpOptions = { failOn: 'warning', limitInputPixels: most.pixels }

async function checkSize(image: Sharp) {
  const { width, height, pages = 1 } = await image.metadata()
  if (pages > 1) throw invalid('The image moves, or has several pages: send a single picture.')
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

/** With the first photo: it is 20 MB that most processes never need. */
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
    if (queue.length === waiting) throw unavailable('Many photos are being drawn just now: send it again in a moment.')
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
