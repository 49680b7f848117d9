// Which tasks are meant: SQL about a task `t`, whose organization is $1.

import { invalid } from '#platform/errors'
import { partOf, Values } from '#platform/db/values'
import type { Actor } from '#platform/tenancy'
import { checkZone, findZone } from '#platform/zones'
import { isBlocked } from '../queries.ts'
import type { TaskFilter } from './filter.ts'

export interface Selection extends TaskFilter {
  deleted: boolean
  /** Whose clocks say which day it is. */
  zone?: string
  /** Only these. */
  task_ids?: string[]
  /** But for these. */
  except?: string[]
}

export interface CompiledSelection {
  values: Values
  /** All of them hold. */
  conditions: string[]
  /** And these: what `q` asks for. */
  worded: string[]
  /** Of it that of which an index knows the parts: patterns of `find_tasks`. */
  likes: string[]
}

/** More than so many that match are not looked up for a page: walking along its order finds one soon. */
const most = 500

/** The conditions of a page, each of whose tasks is of one of these lists; and what stands before, behind `with`. Either is run, never both. */
export function pageConditions({ values, conditions, worded, likes }: CompiledSelection): { hits: string; ways: string[][] } {
  if (likes.length === 0) return { hits: '', ways: [[...conditions, ...worded]] }
  return {
    hits: `hits as materialized (select find_tasks(${values.add(likes)}::text[], ${most}) as ids),`,
    ways: [
      [...conditions, ...worded, '(select ids from hits) is not null', 't.id = any ((select ids from hits)::uuid[])'],
      // What is frequent is not to be estimated: of two words PostgreSQL expects one task, and so sorts all there are.
      [...conditions, `case when ${worded.join(' and ')} then true end`, '(select ids from hits) is null'],
    ],
  }
}

/** The conditions where all of it is wanted, and not a page. */
export function wholeConditions({ values, conditions, worded, likes }: CompiledSelection): string {
  const found = likes.length === 0 ? [] : [`t.id = any ((select find_tasks(${values.add(likes)}::text[], 2147483646))::uuid[])`]
  return [...conditions, ...worded, ...found].join(' and ')
}

/**
 * Values are written into a plan that is made for them: the best one depends on how many tasks they let through. Throws invalid for what is no
 * zone, and for an api key that asks for its own.
 */
export function compileSelection(actor: Actor, selection: Selection): CompiledSelection {
  const values = new Values(actor.org_id)
  const words = wordsOf(selection)
  const conditions = [
    't.org_id = $1',
    `t.deleted_at is ${selection.deleted ? 'not ' : ''}null`,
    ...(actor.role === 'guest' ? [seenBy(values.add(actor.id))] : []),
    ...compileIds(selection, values),
    ...compileStates(selection, values),
    ...compilePeople(actor, selection, values),
    ...compileRelations(selection, values),
    ...compileDue(selection, values),
  ]
  const worded = words.map((word) => `t.words like ${values.add(partOf(word))}`)
  // Of one or two letters no index knows the parts, and what is deleted is little.
  const likes = selection.deleted ? [] : words.filter((word) => [...word].length > 2).map(partOf)
  return { values, conditions, worded, likes }
}

/** Of a guest: what is theirs, what they watch, what they have made. */
function seenBy(user: string): string {
  return `(${has('task_assignee', 'user_id', user)} or ${has('task_watcher', 'user_id', user)} or t.created_by->>'id' = ${user}::text)`
}

function has(table: string, column: string, value: string): string {
  return `exists (select from ${table} l where l.org_id = $1 and l.task_id = t.id and l.${column} = ${value}::uuid)`
}

function compileIds({ task_ids, except = [] }: Selection, values: Values): string[] {
  return [
    ...(task_ids ? [`t.id = any (${values.add(task_ids)}::uuid[])`] : []),
    ...(except.length > 0 ? [`t.id <> all (${values.add(except)}::uuid[])`] : []),
  ]
}

/** Each word of it; more than a few narrow nothing down. */
function wordsOf({ q = '' }: Selection): string[] {
  return [...new Set(q.trim().toLowerCase().split(/\s+/).filter(Boolean))].slice(0, 6)
}

function compileStates({ status_id, category, open, priority, blocked }: Selection, values: Values): string[] {
  return [
    ...(status_id ? [`t.status_id = any (${values.add(status_id)}::uuid[])`] : []),
    ...(category ? [`t.category = any (${values.add(category)}::text[])`] : []),
    ...(open === undefined ? [] : [open ? 't.is_open' : 'not t.is_open']),
    ...(priority ? [`t.priority = any (${values.add(priority)}::text[])`] : []),
    ...(blocked === undefined ? [] : [blocked ? isBlocked('t') : `not ${isBlocked('t')}`]),
  ]
}

function compilePeople(actor: Actor, { assignee, watcher, creator }: Selection, values: Values): string[] {
  const idOf = (given: string) => {
    if (given === 'me' && actor.kind !== 'user') throw invalid('An api key is nobody whom tasks are assigned to: name a member by id.')
    return values.add(given === 'me' ? actor.id : given)
  }
  return [
    ...(assignee === 'none' ? ['not exists (select from task_assignee l where l.org_id = $1 and l.task_id = t.id)'] : []),
    ...(assignee && assignee !== 'none' ? [has('task_assignee', 'user_id', idOf(assignee))] : []),
    ...(watcher ? [has('task_watcher', 'user_id', idOf(watcher))] : []),
    ...(creator ? [`t.created_by->>'id' = ${idOf(creator)}::text`] : []),
  ]
}

function compileRelations({ label = [], contact_id, company_id, room_id, parent_id, blocker_id }: Selection, values: Values): string[] {
  return [
    ...label.map((name) => `exists (select from task_label l join label on label.org_id = $1 and label.id = l.label_id
      where l.org_id = $1 and l.task_id = t.id and label.match_name = lower(${values.add(name.trim())}))`),
    ...(contact_id ? [has('task_contact', 'contact_id', values.add(contact_id))] : []),
    ...(company_id ? [has('task_company', 'company_id', values.add(company_id))] : []),
    ...(room_id ? [ofRoom(values.add(room_id))] : []),
    ...(parent_id === 'none' ? ['t.parent_id is null'] : []),
    ...(parent_id && parent_id !== 'none' ? [`t.parent_id = ${values.add(parent_id)}::uuid`] : []),
    ...(blocker_id ? [has('task_dependency', 'blocker_id', values.add(blocker_id))] : []),
  ]
}

/** Looked up first: a room has few, whatever there are of others. */
function ofRoom(room: string): string {
  return `t.id = any (array(
    select task_id from task_room where org_id = $1 and room_id = ${room}::uuid
    union select task_id from task_message where org_id = $1 and room_id = ${room}::uuid))`
}

function compileDue({ due, due_from, due_to, zone = 'UTC' }: Selection, values: Values): string[] {
  const clock = clockOf(zone)
  const day = (given: string) => `${values.add(given)}::date`
  const moment = (given: number) => `${values.add(new Date(given).toISOString())}::timestamptz`
  const today = due === 'today' ? [clock.today] : []
  // Of each the first condition is for the index: whatever the zones are, their days are no further apart.
  const since = (given: string) => [`t.sort_due >= (${day(given)} - 1)::timestamp`, `case when t.due_at is null then t.due_on >= ${day(given)} else t.due_at >= ${moment(clock.begins(given))} end`]
  const until = (given: string) => [`t.sort_due < (${day(given)} + 3)::timestamp`, `case when t.due_at is null then t.due_on <= ${day(given)} else t.due_at < ${moment(clock.ends(given))} end`]
  return [
    ...(due === 'some' ? ['t.sort_due is not null'] : []),
    ...(due === 'none' ? ['t.sort_due is null'] : []),
    ...(due === 'overdue' ? ['t.is_open', `t.sort_due < (${day(clock.today)} + 2)::timestamp`, isOverdue(moment(Date.now()), day(clock.today))] : []),
    ...[...today, ...(due_from ? [due_from] : [])].flatMap(since),
    ...[...today, ...(due_to ? [due_to] : [])].flatMap(until),
  ]
}

/** Whether a task that is open is overdue: by its moment, or because the day is over for whoever asks. */
export function isOverdue(now: string, today: string): string {
  return `case when t.due_at is null then t.due_on < ${today} else t.due_at < ${now} end`
}

export interface Clock {
  /** The day of now. */
  today: string
  /** When a day begins and ends there, in milliseconds. */
  begins(day: string): number
  ends(day: string): number
}

/** Throws invalid for what is no zone. */
export function clockOf(name: string, now = Date.now()): Clock {
  checkZone(name)
  const zone = findZone(name)!
  return {
    today: new Date(zone.toClock(now)).toISOString().slice(0, 10),
    begins: (day) => zone.toUtc(Date.parse(`${day}T00:00:00Z`)),
    ends: (day) => zone.toUtc(Date.parse(`${day}T00:00:00Z`) + 86_400_000),
  }
}
