// What is said of an import when it has ended.

import type { Operation } from '#platform/operations'
import type { ImportResult, Rejection } from './operation.ts'
import { duration } from './progress-line.ts'

export interface Outcome {
  operation: Operation
  seconds: number
}

/** `people.csv  5,000 rows in 1.2 s: 4,990 created, 10 rejected`. */
export function describeOutcome(name: string, { operation, seconds }: Outcome): string {
  const result = resultOf(operation)
  const noun = nouns[operation.kind] ?? 'row'
  const pace = seconds >= 1 && result.total > seconds ? `, ${count(Math.round(result.total / seconds))}/s` : ''
  return `${name}  ${plural(result.total, noun)} in ${duration(seconds)}${pace}: ${describeCounts(result)}${result.dry_run ? ' (a dry run: nothing was stored)' : ''}`
}

/** One line a rejection, and where the others are. `origin` names the file that a message came from. */
export function describeRejections(
  { operation, url }: { operation: Operation; url: string },
  rejections: Rejection[],
  origin: (position: number) => string | undefined = () => undefined,
): string[] {
  const unit = ['import.mail', 'import.slack'].includes(operation.kind) ? 'message' : 'line'
  const place = (position: number) => origin(position) ?? `${unit} ${count(position)}`
  const lines = rejections.map(({ position, reason }) => `${place(position)}: ${reason}`)
  const more = resultOf(operation).rejected - rejections.length
  const address = `${url}/api/v1/imports/${operation.id}`
  if (more > 0) lines.push(`and ${count(more)} more: GET ${address}/rejections, or ${address}/rejects.csv`)
  return lines
}

/** What a file has lost before it came here. */
export function describeDamage(operation: Operation): string[] {
  const { damaged = 0, damaged_lines = [] } = resultOf(operation)
  if (damaged === 0) return []
  const lines = `${damaged_lines.map(count).join(', ')}${damaged > damaged_lines.length ? ', …' : ''}`
  return [`${plural(damaged, 'row')} with “\uFFFD”, which stands for a character that was lost before: line ${lines}`]
}

/** The sums of several files: people, mail and meetings apart. */
export function describeTotal(outcomes: Outcome[]): string[] {
  return Object.entries(headings).flatMap(([kind, heading]) => {
    const of = outcomes.filter(({ operation }) => operation.kind === kind)
    return of.length > 0 ? [`${heading.padEnd(10)}${describeCounts(sum(of))}`] : []
  })
}

/** Whether it has stored anything. */
export function canUndo(operation: Operation): boolean {
  const { dry_run, created, updated = 0, removed = 0, contacts_created = 0 } = resultOf(operation)
  return !dry_run && created + updated + removed + contacts_created > 0
}

/** What was taken back, and where the list is of what was not. */
export function describeUndo({ id, result }: Operation, url: string): string[] {
  const { removed, restored, kept } = result as { removed: number; restored: number; kept: number }
  const lines = [`Undone: ${count(removed)} removed, ${count(restored)} set back.`]
  if (kept > 0) lines.push(`${count(kept)} were changed since and stay: ${url}/api/v1/imports/${id}/rejects.csv`)
  return lines
}

const nouns: Record<string, string> = { 'import.contacts': 'row', 'import.mail': 'message', 'import.calendar': 'event', 'import.slack': 'message' }
const headings: Record<string, string> = { 'import.contacts': 'People', 'import.mail': 'Mail', 'import.calendar': 'Meetings', 'import.slack': 'Rooms' }

function describeCounts(result: ImportResult): string {
  const { created, updated = 0, removed = 0, unchanged, repeated = 0, rejected, contacts_created = 0, channels_created = 0, files = 0, files_missing = 0 } = result
  const counts = [
    [created, 'created'],
    [updated, 'updated'],
    [removed, 'removed'],
    [unchanged, 'skipped'],
    [repeated, 'repeated in the file'],
    [rejected, 'rejected'],
    [contacts_created, contacts_created === 1 ? 'contact made' : 'contacts made'],
    [channels_created, channels_created === 1 ? 'room made' : 'rooms made'],
    [files, files === 1 ? 'file' : 'files'],
    [files_missing, files_missing === 1 ? 'file is not in it' : 'files are not in it'],
  ] as const
  const said = counts.filter(([number]) => number > 0).map(([number, what]) => `${count(number)} ${what}`)
  return said.join(', ') || 'nothing in it'
}

function sum(outcomes: Outcome[]): ImportResult {
  const results = outcomes.map(({ operation }) => resultOf(operation))
  const add = (name: Exclude<keyof ImportResult, 'dry_run' | 'damaged_lines'>) => results.reduce((total, result) => total + (result[name] ?? 0), 0)
  return {
    total: add('total'),
    created: add('created'),
    updated: add('updated'),
    removed: add('removed'),
    unchanged: add('unchanged'),
    repeated: add('repeated'),
    rejected: add('rejected'),
    contacts_created: add('contacts_created'),
    channels_created: add('channels_created'),
    files: add('files'),
    files_missing: add('files_missing'),
  }
}

function resultOf({ result }: Operation): ImportResult {
  return result as unknown as ImportResult
}

function plural(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`
}

function count(number: number): string {
  return number.toLocaleString('en')
}
