// What time it is: a port, so that a day passes in a test without waiting for it.

export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
