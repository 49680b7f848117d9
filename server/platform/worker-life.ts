import type { WorkerEvents } from 'graphile-worker'
import type pg from 'pg'

/** Milliseconds between two looks at who is alive. */
export const heartbeat = 3_000

/**
 * Each worker holds an advisory lock named after it, which the database drops with the connection; jobs of workers
 * without a lock are given back. Graphile Worker alone would wait for four hours.
 */
export function showLife(pool: pg.Pool, events: WorkerEvents) {
  const workers = new Set<string>()
  const held = new Set<string>()
  let client: pg.PoolClient | undefined
  let beat: Promise<void> = Promise.resolve()

  const tick = async () => {
    try {
      if (!client) {
        client = await pool.connect()
        held.clear()
      }
      for (const id of workers) {
        if (held.has(id)) continue
        await client.query("select pg_advisory_lock_shared(hashtext('rapport worker'), hashtext($1))", [id])
        held.add(id)
      }
      await client.query('select graphile_worker.release_dead_workers()')
    } catch (error) {
      client?.release(error as Error)
      client = undefined
    }
  }
  const beatOnce = () => (beat = beat.then(tick))
  const letGo = () => {
    client?.release(true)
    client = undefined
  }
  const add = (id: string) => void (workers.add(id), beatOnce())

  events.on('pool:create', ({ workerPool }) => add(workerPool.id))
  events.on('worker:create', ({ worker }) => add(worker.workerId))
  const timer = setInterval(beatOnce, heartbeat)
  return {
    /** The workers so far are gone: what they held is for others. */
    forget() {
      workers.clear()
      beat = beat.then(letGo)
    },
    async stop() {
      clearInterval(timer)
      await beat
      letGo()
    },
  }
}
