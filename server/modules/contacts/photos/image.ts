import { drawImage } from '#platform/images'

/** A WebP of 400 × 400. Throws unsupported for what is no image, invalid or too_large for one that we do not take. */
export async function drawPhoto(file: Buffer): Promise<Buffer> {
  const { data } = await drawImage(file, (image) => image.resize(400, 400, { fit: 'cover', position: 'centre' }).webp({ quality: 85 }))
  return data
}
