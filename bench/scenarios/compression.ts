import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { median } from '../samples.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { processorTime, type Server } from '../server.ts'

export const compression: Scenario = {
  row: 29,
  name: 'compression',
  about:
    'Lists as they leave the server, compressed and not: bytes saved, and the processor time of the server that an answer ' +
    'takes beyond one that is not compressed; by turns, the median.',
  run,
}

const lists = ['/contacts', '/contacts?limit=100&sort=-last_interaction_at', '/events?limit=100']
const encodings = ['identity', 'gzip', 'br'] as const
const turns = 15
const perTurn = 30

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large }) => {
    const figures: Figure[] = []
    for (const list of lists) {
      const found = await fetchByTurns(server, large.key, list)
      const { identity } = found
      for (const [encoding, name] of [['br', 'brotli'], ['gzip', 'gzip']] as const) {
        const { bytes, ms } = found[encoding]
        const note = `${kilobytes(identity.bytes)} to ${kilobytes(bytes)}, ${(median(ms) - median(identity.ms)).toFixed(2)} ms each`
        figures.push({ name: `${list}, ${name}: saved`, value: 100 * (1 - bytes / identity.bytes), unit: '%', required: { least: 60 }, goal: { least: 70 }, note })
      }
    }
    return figures
  }, { RAPPORT_ROLES: 'web' })
}

interface Fetched {
  bytes: number
  /** Processor time of an answer, for each turn. */
  ms: number[]
}

async function fetchByTurns(server: Server, key: string, list: string): Promise<Record<(typeof encodings)[number], Fetched>> {
  const found = { identity: { bytes: 0, ms: [] as number[] }, gzip: { bytes: 0, ms: [] as number[] }, br: { bytes: 0, ms: [] as number[] } }
  for (let turn = 0; turn < turns; turn++) {
    for (const encoding of encodings) {
      const before = await processorTime(server.pid)
      for (let n = 0; n < perTurn; n++) found[encoding].bytes = await countBytes(`${server.url}/api/v1${list}`, key, encoding)
      found[encoding].ms.push(((await processorTime(server.pid)) - before) / perTurn)
    }
  }
  return found
}

const agent = new Agent({ keepAlive: true })

/** Of the body on the wire. Throws when it is encoded otherwise. */
async function countBytes(url: string, key: string, encoding: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, 'accept-encoding': encoding }
  const [answer] = (await once(get(url, { agent, headers }), 'response')) as [IncomingMessage]
  let bytes = 0
  for await (const chunk of answer) bytes += (chunk as Buffer).length
  const given = answer.headers['content-encoding'] ?? 'identity'
  if (answer.statusCode !== 200 || given !== encoding) throw new Error(`${url} answered ${answer.statusCode}, ${given}.`)
  return bytes
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}
