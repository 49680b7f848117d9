// The server's settings, rewritten at each start, since RAM and port may have changed.
import { chown, rename, writeFile } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { listenSettings } from './address.ts'
import { exists, temporaryName } from './files.ts'
import { pluginPath } from './native.ts'
import type { Place } from './place.ts'

/** Writes `rapport.conf` into the cluster. A server that runs is not disturbed: it reads it at its next start. */
export async function writeSettings(place: Place): Promise<void> {
  const settings = { ...await listenSettings(place), ...memorySettings(), ...fixedSettings,
    shared_preload_libraries: await exists(pluginPath(place, 'pg_stat_statements')) ? 'pg_stat_statements' : '' }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quote(value)}\n`)
  const path = join(place.cluster, 'rapport.conf')
  const draft = temporaryName(path)
  await writeFile(draft, ['# Written by Rapport at each start. Use "alter system" for your own.\n', ...lines].join(''))
  if (place.owner) await chown(draft, place.owner.uid, place.owner.gid)
  await rename(draft, path)
}

const fixedSettings = {
  max_connections: 100,
  jit: 'off',
  random_page_cost: 1.1,
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // The packaged server has neither lz4 nor zstd, and pglz doubles the time of an update (0.5 → 1.15 s, 43,000 rows).
  wal_compression: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // No personal data in the log: messages and details quote values ("invalid input syntax: …", "Key (email)=(…)").
  // The client gets every error anyway, and logs it without them. `log` leaves LOG, FATAL and PANIC.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_statement: 'none',
  log_min_duration_statement: -1,
}

function memorySettings() {
  // In a container, what it may use counts; without a limit this is 0 or absurdly large.
  const ram = Math.min(process.constrainedMemory() || Infinity, totalmem()) / 2 ** 20
  const shared = Math.round(Math.min(Math.max(ram / 8, 128), 1024))
  return { shared_buffers: `${shared}MB`, effective_cache_size: `${Math.round(Math.max(ram / 2, shared))}MB` }
}

function quote(value: string | number) {
  return `'${String(value).replaceAll("'", "''")}'`
}
