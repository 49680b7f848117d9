// A line that somebody writes becomes a task: what each part of it says, and what is left as the title.

import { invalid } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { checkZone, findZone } from '#platform/zones'
import type { NewTask } from '../contract.ts'
import { nextDay, toDay } from '../rules.ts'
import type { Line, ParsedLine } from './contract.ts'
import { findDue, type Due } from './dates.ts'
import { blank, findMarks, quotations, type Mark, type Span } from './marks.ts'
import { findMeant, type Meant } from './people.ts'
import { findRepetition, type Repetition } from './repetition.ts'

/** The same for the same `now` (in milliseconds) and people. Throws invalid for what is no zone. */
export async function parseLine(db: Db, actor: Actor, { text, zone, locale }: Line, now = Date.now()): Promise<ParsedLine> {
  checkZone(zone)
  const marks = findMarks(text)
  const meant = await findMeant(db, actor, marks)
  const known = [...marks.filter(({ kind }) => kind !== 'assignee' && kind !== 'about'), ...meant.filter(({ candidates }) => candidates.length > 0)]
  const quoted = quotations(text)
  const left = blank(text, [...known, ...quoted])
  const { repetition, due } = await findTimes(left, { now, zone, locale })
  const read: Span[] = [...known, ...(repetition ? [repetition] : []), ...(due ? [due] : [])]
  const spans = [
    ...marks.flatMap((mark) => (mark.kind === 'assignee' || mark.kind === 'about' ? [] : [{ kind: mark.kind, from: mark.from, to: mark.to }])),
    ...meant.map(({ kind, from, to, candidates }) => ({ kind, from, to, candidates })),
    ...(repetition ? [{ kind: 'repetition' as const, from: repetition.from, to: repetition.to }] : []),
    ...(due ? [{ kind: 'due' as const, from: due.from, to: due.to }] : []),
  ].toSorted((a, b) => a.from - b.from)
  const first = repetition && (await firstDay(repetition.rule, due?.due_on ?? todayIn(zone, now)))
  return {
    task: {
      title: titleOf(text, { read, quoted }),
      ...fromMarks(marks),
      ...fromPeople(meant),
      ...(due && { due_on: due.due_on, ...(due.due_time && { due_time: due.due_time, due_zone: zone }), ...(due.starts_on && { starts_on: due.starts_on }) }),
      ...(repetition && { due_on: first, repeat_rule: repetition.rule }),
    },
    spans,
    ambiguous: meant.some(({ candidates }) => candidates.length > 1),
  }
}

/** For whoever cannot be asked. Throws invalid where nothing is left for a title, or a name is of several. */
export async function toNewTask(db: Db, actor: Actor, line: Line): Promise<NewTask> {
  const { task, spans } = await parseLine(db, actor, line)
  if (task.title === '') throw invalid('Nothing is left for the title: write what is to be done.')
  for (const { from, to, candidates = [] } of spans) {
    if (candidates.length > 1) throw invalid(`“${line.text.slice(from, to)}” may be ${candidates.map(({ name }) => name).join(', ')}: write more of the name, in quotation marks.`)
  }
  return task
}

export interface FoundWhen {
  on: string
  time: string | null
  rule: string | null
}

/** When a text says that something is to be, and by which rule again; for other modules. */
export async function findWhen(text: string, place: Pick<Line, 'zone' | 'locale'> & { now: number }): Promise<FoundWhen | undefined> {
  const { repetition, due } = await findTimes(text, place)
  if (!due && !repetition) return undefined
  const from = due?.due_on ?? todayIn(place.zone, place.now)
  return { on: repetition ? await firstDay(repetition.rule, from) : from, time: due?.due_time ?? null, rule: repetition?.rule ?? null }
}

/** “every monday until 1 may”: the day behind a rule that is until then is its last one, and not when the first is due. */
async function findTimes(text: string, place: Pick<Line, 'zone' | 'locale'> & { now: number }): Promise<{ repetition?: Repetition; due?: Due }> {
  const repetition = findRepetition(text)
  const due = await findDue(repetition ? blank(text, [repetition]) : text, place)
  if (!repetition || !due || !/^(?:until|till|bis)(?!\p{L})/iu.test(text.slice(due.from)) || /\S/.test(text.slice(repetition.to, due.from))) return { repetition, due }
  return { repetition: { from: repetition.from, to: due.to, rule: `${repetition.rule};UNTIL=${due.due_on.replaceAll('-', '')}` } }
}

/** What is left, without the quotation marks that kept something from being read. */
function titleOf(text: string, { read, quoted }: { read: Span[]; quoted: Span[] }): string {
  const cut = blank(text, [...read, ...quoted.flatMap(({ from, to }) => [{ from, to: from + 1 }, { from: to - 1, to }])])
  // What stood between two marks of the sentence leaves one of them.
  return cut.replace(/[,;:]?\s*\uFFFC[\s\uFFFC]*(?=[.,;:])/g, '').replaceAll('\uFFFC', ' ').replace(/\s+/g, ' ').replace(/^[\s,;:]+|[\s,;:]+$/g, '')
}

function fromMarks(marks: Mark[]): Partial<NewTask> {
  const labels = [...new Map(marks.flatMap((mark) => (mark.kind === 'label' ? [[mark.label.toLowerCase(), mark.label] as const] : []))).values()]
  const priority = marks.findLast((mark) => mark.kind === 'priority')?.priority
  const estimate_minutes = marks.findLast((mark) => mark.kind === 'estimate')?.minutes
  return { ...(labels.length > 0 && { labels }), ...(priority && { priority }), ...(estimate_minutes && { estimate_minutes }) }
}

function fromPeople(meant: Meant[]): Partial<NewTask> {
  const chosen = meant.flatMap(({ candidates }) => (candidates.length === 1 ? candidates : []))
  const of = (kind: string) => [...new Set(chosen.filter((each) => each.kind === kind).map(({ id }) => id))]
  const lists = { assignee_ids: of('member'), contact_ids: of('contact'), company_ids: of('company') }
  return Object.fromEntries(Object.entries(lists).filter(([, ids]) => ids.length > 0))
}

const day = 86_400_000

function todayIn(zone: string, now: number): string {
  return toDay(findZone(zone)!.toClock(now))
}

/** This day, or where the rule names days the first of those from it on. */
async function firstDay(rule: string, from: string): Promise<string> {
  if (!/BYDAY|BYMONTHDAY/.test(rule)) return from
  const start = Date.parse(from)
  const every = rule.replace(/;INTERVAL=\d+/, '')
  return (await nextDay({ due_on: toDay(start - day), due_zone: null, repeat_rule: every }, start)) ?? from
}
