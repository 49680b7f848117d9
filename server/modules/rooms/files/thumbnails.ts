import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { RapportError } from '#platform/errors'
import { drawImage } from '#platform/images'

/** Drawn from memory: what is larger is a file like others. */
const largestPicture = 30 * 1024 * 1024

/** Whether there may be a thumbnail of a file of this type. */
export function mayBePicture(type: string, bytes: number): boolean {
  return ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(type) && bytes <= largestPicture
}

export interface Picture {
  thumbnail: Buffer
  width: number
  height: number
}

/** A WebP that fits into 720 × 720, and how large the picture is. Undefined for what cannot be drawn: it is only a file then. */
export async function drawThumbnail(content: Readable): Promise<Picture | undefined> {
  try {
    const shape = (image: Parameters<Parameters<typeof drawImage>[1]>[0]) =>
      image.resize(720, 720, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 80 })
    const { data, width, height } = await drawImage(await buffer(content), shape, { may_move: true })
    return { thumbnail: data, width, height }
  } catch (error) {
    if (error instanceof RapportError) return undefined
    throw error
  }
}
