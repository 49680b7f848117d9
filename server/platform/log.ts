// Structured logs. What may identify a person, and every secret, stays out: log ids, counts and durations.

import pino from 'pino'

export type Log = pino.Logger

/** A logger that writes JSON lines to standard output. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers.authorization', 'req.headers.cookie'], remove: true },
  })
}
