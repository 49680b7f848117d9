// Chance that comes out the same for the same seed.

import * as demo from '../server/demo/random.ts'

export function seededRandom(seed: number): () => number {
  return demo.seededRandom(seed).next
}
