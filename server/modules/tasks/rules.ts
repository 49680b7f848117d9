// By which rules tasks come again, and when next.

import { listOccurrences, RuleError } from '#modules/imports'
import { invalid } from '#platform/errors'
import { findZone, utc } from '#platform/zones'
import type { Task } from './contract.ts'

const day = 86_400_000

/** Somebody waits for it, and so does everybody else: an honest rule takes some milliseconds. */
const patienceMs = 500

/** A year has four digits. */
const latestDay = Date.UTC(9999, 11, 31)

/** So far into the future is looked for the next day, in steps: most rules have one within weeks. */
const horizons = [40, 400, 4_000, 12_000].map((days) => days * day)

/**
 * The first day of the rule after the one on which the task is due, and not before today. Undefined when it has come to its end, also where what
 * reads rules cannot follow it from this day, as it could from another one.
 */
export async function nextDay(task: Dated, now: number): Promise<string | undefined> {
  return findNext(task, now).catch((error) => {
    if (error instanceof RuleError) return undefined
    throw error
  })
}

type Dated = Pick<Task, 'due_on' | 'due_zone' | 'repeat_rule'>

async function findNext({ due_on, due_zone, repeat_rule }: Dated, now: number): Promise<string | undefined> {
  const start = Date.parse(due_on!)
  const today = Math.floor((findZone(due_zone ?? 'UTC') ?? utc).toClock(now) / day) * day
  const after = Math.max(start, today - day)
  const series = { start, zone: utc, all_day: true, rule: repeat_rule, added: [], excluded: new Set<number>() }
  for (const horizon of horizons) {
    const next = (await listOccurrences(series, after + horizon, patienceMs)).find((time) => time > after)
    if (next !== undefined) return next <= latestDay ? toDay(next) : undefined
  }
  return undefined
}

/** Throws invalid when by a rule that is another one the task would not come again. By the one it has, it may be the last one on another day. */
export async function checkRepetition({ repeat_rule = null, due_on }: Partial<Pick<Task, 'repeat_rule' | 'due_on'>>, before?: Pick<Task, 'repeat_rule' | 'due_on'>) {
  const from = due_on ?? before?.due_on
  if (repeat_rule === null || !from || repeat_rule === before?.repeat_rule) return
  await checkRule(repeat_rule, from)
}

/** Throws invalid for what is no rule, counts, or has come to its end before this day. */
export async function checkRule(rule: string, from: string) {
  if (/(?:^|;)COUNT=/i.test(rule)) throw invalid('A rule counts no repetitions: say with UNTIL when it ends.')
  const next = await findNext({ due_on: from, due_zone: null, repeat_rule: rule }, Date.parse(from)).catch((error: Error) => {
    throw invalid(`By this rule nothing comes again: ${error.message}`)
  })
  if (next === undefined) throw invalid('By this rule it would never come again: it has come to its end before.')
}

/** When something begins that is due on another day: as long before as it did. */
export function moveStart({ starts_on, due_on }: Pick<Task, 'starts_on' | 'due_on'>, to: string): string | null {
  return starts_on && toDay(Date.parse(starts_on) + Date.parse(to) - Date.parse(due_on!))
}

export function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
