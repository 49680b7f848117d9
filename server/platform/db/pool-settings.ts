// How many connections a process keeps, and for how long; the settings `DATABASE_…` change it.

export interface PoolSettings {
  /** Of the application pool. */
  size: number
  /** Of the pool for work across organizations. */
  system_size: number
  /** Connections that stay, however idle. */
  kept: number
  idle_seconds: number
  /** How long somebody waits for a connection. */
  wait_ms: number
  /** After which a connection is opened anew. */
  lifetime_seconds: number
}

export const defaultPoolSettings: PoolSettings = {
  size: 20,
  system_size: 5,
  kept: 2,
  idle_seconds: 30,
  wait_ms: 2_000,
  lifetime_seconds: 3_600,
}
