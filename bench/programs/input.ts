import { readFileSync } from 'node:fs'

/** What processes.ts hands to a program. */
export function readInput<Input>(): Input {
  return JSON.parse(readFileSync(0, 'utf8')) as Input
}
