// Structured logs. What may identify a person, and every secret, stays out: log ids, counts and durations.

import pino from 'pino'

export type Log = pino.Logger

/** A logger that writes JSON lines to standard output. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    redact: { paths: ['req.headers.authorization', 'req.headers.cookie'], remove: true },
  })
}

// PostgreSQL puts values into `detail` and `where`, and whole statements into `internalQuery`.
function describeError(error: Error): object {
  const { detail, where, internalQuery, hint, ...rest } = pino.stdSerializers.err(error) as unknown as Record<string, unknown>
  return rest
}
