import { statfs } from 'node:fs/promises'

/** Bytes of the disk that has this folder: all, and those that may still be written. */
export async function readDisk(folder: string): Promise<{ size: number; free: number }> {
  const { bsize, blocks, bavail } = await statfs(folder)
  return { size: bsize * blocks, free: bsize * bavail }
}
