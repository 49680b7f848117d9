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
  const noun = isMail(operation) ? 'message' : 'row'
  const pace = seconds >= 1 && result.total > seconds ? `, ${count(Math.round(result.total / seconds))}/s` : ''
  return `${name}  ${plural(result.total, noun)} in ${duration(seconds)}${pace}: ${describeCounts(result)}`
}

/** One line a rejection, and where the others are. `origin` names the file that a message came from. */
export function describeRejections(
  { operation, url }: { operation: Operation; url: string },
  rejections: Rejection[],
  origin: (position: number) => string | undefined = () => undefined,
): string[] {
  const unit = isMail(operation) ? 'message' : 'line'
  const place = (position: number) => origin(position) ?? `${unit} ${count(position)}`
  const lines = rejections.map(({ position, reason }) => `${place(position)}: ${reason}`)
  const more = resultOf(operation).rejected - rejections.length
  if (more > 0) lines.push(`and ${count(more)} more: GET ${url}/api/v1/imports/${operation.id}/rejections`)
  return lines
}

/** The sums of several files: people and mail apart. */
export function describeTotal(outcomes: Outcome[]): string[] {
  const [mail, people] = [true, false].map((wanted) => outcomes.filter(({ operation }) => isMail(operation) === wanted))
  return [
    people!.length > 0 ? `People  ${describeCounts(sum(people!))}` : [],
    mail!.length > 0 ? `Mail    ${describeCounts(sum(mail!))}` : [],
  ].flat()
}

function describeCounts(result: ImportResult): string {
  const { created, updated = 0, unchanged, repeated = 0, rejected, contacts_created = 0 } = result
  const counts = [
    [created, 'created'],
    [updated, 'updated'],
    [unchanged, 'skipped'],
    [repeated, 'repeated in the file'],
    [rejected, 'rejected'],
    [contacts_created, contacts_created === 1 ? 'contact made' : 'contacts made'],
  ] as const
  const said = counts.filter(([number]) => number > 0).map(([number, what]) => `${count(number)} ${what}`)
  return said.join(', ') || 'nothing in it'
}

function sum(outcomes: Outcome[]): ImportResult {
  const results = outcomes.map(({ operation }) => resultOf(operation))
  const add = (name: keyof ImportResult) => results.reduce((total, result) => total + (result[name] ?? 0), 0)
  return {
    total: add('total'),
    created: add('created'),
    updated: add('updated'),
    unchanged: add('unchanged'),
    repeated: add('repeated'),
    rejected: add('rejected'),
    contacts_created: add('contacts_created'),
  }
}

function resultOf({ result }: Operation): ImportResult {
  return result as unknown as ImportResult
}

function isMail({ kind }: Operation): boolean {
  return kind === 'import.mail'
}

function plural(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`
}

function count(number: number): string {
  return number.toLocaleString('en')
}
