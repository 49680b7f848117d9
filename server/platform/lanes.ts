// Work for organizations as it comes up: some of them at once, each by one at a time, and again when it was asked for meanwhile.

export interface Lanes {
  /** Sees to this organization soon; any number of calls before it does are one. */
  wake(orgId: string): void
  /** Aborts when they stop. */
  stopped: AbortSignal
  /** Takes up nothing more, and returns when what runs has ended. */
  stop(): Promise<void>
}

/** `count` organizations at once. What `work` throws is given to `failed`, and the others go on. */
export function createLanes(count: number, work: (orgId: string) => Promise<void>, failed: (error: unknown) => void): Lanes {
  const due = new Set<string>()
  const busy = new Set<string>()
  const running = new Set<Promise<void>>()
  const stopping = new AbortController()

  const next = () => (stopping.signal.aborted ? undefined : due.values().find((orgId) => !busy.has(orgId)))
  const drain = async () => {
    for (let orgId = next(); orgId !== undefined; orgId = next()) {
      due.delete(orgId)
      busy.add(orgId)
      await work(orgId).catch(failed)
      busy.delete(orgId)
    }
  }
  return {
    wake(orgId) {
      due.add(orgId)
      if (running.size >= count || next() === undefined) return
      const lane = drain().finally(() => running.delete(lane))
      running.add(lane)
    },
    stopped: stopping.signal,
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}
