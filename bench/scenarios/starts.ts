import { emptyFolder } from '../folders.ts'
import { median } from '../samples.ts'
import type { Figure, Scenario } from '../scenario.ts'
import { startServer } from '../server.ts'

export const starts: Scenario = {
  row: 26,
  name: 'starts',
  about: 'From the start of the process to the first 200 of /readyz: in an empty folder, where the database is made and migrated, and again. Medians of 5.',
  run,
}

async function run(): Promise<Figure[]> {
  const first: number[] = []
  const next: number[] = []
  for (let n = 0; n < 5; n++) {
    const folder = await emptyFolder()
    first.push(await timeStart(folder))
    next.push(await timeStart(folder))
  }
  return [
    { name: 'first start', value: median(first), unit: 's', goal: { most: 3 }, note: spread(first) },
    { name: 'next start', value: median(next), unit: 's', goal: { most: 1 }, note: spread(next) },
  ]
}

async function timeStart(folder: string): Promise<number> {
  const server = await startServer(folder)
  await server.stop()
  return server.ready_ms / 1_000
}

function spread(values: number[]): string {
  return `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`
}
