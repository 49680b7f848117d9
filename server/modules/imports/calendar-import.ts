// The import of calendars: events become meetings on the timelines of those who took part, a series each of its
// occurrences. The file is read twice: first for time zones and for what replaces occurrences, which may stand anywhere.

import { listMemberAddresses } from '#modules/accounts'
import { ensureContacts } from '#modules/contacts'
import { findThreadOccurrences, recordInteractions, removeInteractions, takeImages, type NewInteraction } from '#modules/timeline'
import { invalid } from '#platform/errors'
import { publish } from '#platform/events'
import type { OperationRun } from '#platform/operation-worker'
import type { Storage } from '#platform/storage'
import type { Tx } from '#platform/db/kysely'
import type { Tenancy } from '#platform/tenancy'
import { batchesOf, storeBehind } from './batches.ts'
import { readComponents } from './calendar-components.ts'
import { occurrenceId, readEvent, type CalendarEvent } from './calendar-event.ts'
import { findRevisions, keepRevisions } from './calendar-revisions.ts'
import { noContacts, recordChange } from './changes.ts'
import { cutText } from './cut-text.ts'
import { rehearse } from './dry-run.ts'
import { isRobotAddress, normalizeAddress } from './mail-addresses.ts'
import { cleanText } from './mail-text.ts'
import { expandSeries, mostOccurrences } from './recurrence.ts'
import { EndlessRule } from './rule-errors.ts'
import { storeRejections, type Rejection } from './rejections.ts'
import { createZones, type Zones } from './time-zones.ts'
import type { ImportInput } from './uploads.ts'

interface Checkpoint {
  /** Components that are done with. */
  components: number
  meetings: number
  created: number
  updated: number
  removed: number
  rejected: number
  contacts_created: number
}

const start: Checkpoint = { components: 0, meetings: 0, created: 0, updated: 0, removed: 0, rejected: 0, contacts_created: 0 }

const batchSize = { most: 200, weight: 500, weigh: ({ event }: Read) => event?.begins.length ?? 0 }
const year = 366 * 86_400_000
const mostReplaced = 200_000
const mostEndless = 5

export async function importCalendar(storage: Storage, tenancy: Tenancy, run: OperationRun<ImportInput, Checkpoint>) {
  const { input } = run
  if (!input.kept) run.atEnd(() => storage.remove(input.file))
  const own = new Set([...(await listMemberAddresses(tenancy.tenant(run.actor.org_id))), ...(input.own_addresses ?? [])].map((address) => normalizeAddress(address) ?? address))
  const calendar = await survey(storage, input)
  const horizon = startOf(run.id) + year
  let at = run.checkpoint ?? start
  const storing = storeBehind(async (flushed: Read[]) => {
    run.signal.throwIfAborted()
    at = await run.step(async (tx, client) => {
      const store = async () => {
        const { current, revisions } = await chooseCurrent(tx, flushed)
        const people = current.flatMap(({ event }) => strangers(event, own, input.create_contacts))
        const contacts = await ensureContacts(tx, people)
        const interactions = current.flatMap(({ event, begins }) => begins.map((begin) => toInteraction(event, begin, own)))
        const recorded = await recordInteractions(tx, client, interactions)
        const stale = await listStale(tx, current.filter(({ key }) => revisions.has(key)))
        const gone = await takeImages(tx, stale, true)
        const removed = await removeInteractions(tx, stale)
        const kept = await keepRevisions(tx, current.map(({ key, event }) => ({ key, revision: event.revision })))
        return { contacts, recorded, removed, meetings: [...recorded.changed, ...gone], kept }
      }
      const { contacts, recorded, removed, meetings, kept } = await (input.dry_run ? rehearse(tx, store) : store())
      const rejections = flushed.flatMap(({ rejection }) => rejection ?? [])
      await storeRejections(tx, run.id, rejections)
      const { created, changed } = recorded
      if (!input.dry_run) {
        await recordChange(tx, run.id, flushed.at(-1)!.position, {
          ...noContacts, created: contacts, interactions: created, meetings, revisions: kept,
        })
        if (created.length + changed.length + removed + contacts.length > 0) {
          const data = { operation_id: run.id, created: created.length, updated: changed.length, removed, contacts_created: contacts.length }
          await publish(tx, run.actor, { type: 'interactions.imported', subject: `operation:${run.id}`, data })
        }
      }
      const checkpoint = {
        components: flushed.at(-1)!.position,
        meetings: at.meetings + flushed.reduce((sum, { event }) => sum + (event?.begins.length ?? 0), 0),
        created: at.created + created.length,
        updated: at.updated + changed.length,
        removed: at.removed + removed,
        rejected: at.rejected + rejections.length,
        contacts_created: at.contacts_created + contacts.length,
      }
      return { done: checkpoint.components, failed: checkpoint.rejected, checkpoint }
    })
  })

  try {
    for await (const batch of batchesOf(behind(readEvents(storage, input, calendar, horizon), at.components), batchSize)) await storing.add(batch)
  } finally {
    await storing.end()
  }
  const { components, ...result } = at
  const unchanged = result.meetings - result.created - result.updated
  return { total: components, ...result, unchanged, ...(input.dry_run && { dry_run: true }) }
}

async function* behind(events: AsyncGenerator<Read>, components: number): AsyncGenerator<Read> {
  for await (const read of events) if (read.position > components) yield read
}

interface Calendar {
  zones: Zones
  /** Occurrences that an event of its own replaces, by UID. */
  replaced: Map<string, Set<string>>
  /** Series that took too long. */
  endless: number
}

async function survey(storage: Storage, { file, encoding }: ImportInput): Promise<Calendar> {
  const calendar: Calendar = { zones: createZones(), replaced: new Map(), endless: 0 }
  const replacing: string[][] = []
  let zone: string | undefined
  let any = false
  for await (const { name, lines } of readComponents(storage.read(file), encoding)) {
    any ||= name !== 'VCALENDAR' || /^\s*BEGIN/i.test(lines[0]!)
    if (name === 'VTIMEZONE') calendar.zones.define(lines)
    else if (name === 'VCALENDAR') {
      zone ??= /^X-WR-TIMEZONE:(.*)/i.exec(lines[0]!)?.[1]
    } else if (name === 'VEVENT' && lines.some((line) => /^RECURRENCE-ID\b/i.test(line))) {
      if (replacing.length === mostReplaced) throw invalid(`The calendar replaces more than ${mostReplaced} occurrences: import it in parts.`)
      replacing.push(lines.filter((line) => /^(?:UID|RECURRENCE-ID|DTSTART)\b/i.test(line)))
    }
  }
  if (!any) throw invalid('There is nothing of a calendar in the file: none of its lines is BEGIN:VEVENT.')
  if (zone) calendar.zones.setDefault(zone)
  for (const lines of replacing) {
    try {
      const { uid, occurrence } = readEvent(lines, calendar.zones, null)
      calendar.replaced.set(uid, (calendar.replaced.get(uid) ?? new Set()).add(occurrence!))
    } catch {
      // It is rejected, with the reason, when its turn comes.
    }
  }
  return calendar
}

interface Expanded {
  event: CalendarEvent
  /** When it takes place; a series does several times. */
  begins: number[]
  /** Its occurrences that events of their own replace. */
  replaced: ReadonlySet<string>
  /** What its revision is kept under. */
  key: string
}

interface Read {
  position: number
  event?: Expanded
  rejection?: Rejection
}

async function* readEvents(storage: Storage, { file, encoding }: ImportInput, calendar: Calendar, horizon: number): AsyncGenerator<Read> {
  let position = 0
  let method: string | null = null
  for await (const { name, line, lines, broken } of readComponents(storage.read(file), encoding)) {
    // A file may have several calendars, of which each is meant otherwise.
    if (name === 'VCALENDAR') method = /^\s*BEGIN/i.test(lines[0]!) ? null : (/^METHOD:\s*(\w+)/i.exec(lines[0]!)?.[1]?.toUpperCase() ?? method)
    if (name === 'VTIMEZONE' || name === 'VCALENDAR') continue
    position++
    const reject = (reason: string) => ({ position: line, reason, excerpt: cutText(cleanText(lines.slice(0, 20).join(' '), 200), 200) })
    if (broken) yield { position, rejection: reject(broken) }
    else if (name !== 'VEVENT') yield { position, rejection: reject(notEvents[name] ?? `It is no event (${cutText(name, 40)}).`) }
    else if (method !== null && answers[method]) yield { position, rejection: reject(answers[method]!) }
    else yield { position, ...expand(lines, { calendar, method, horizon, reject }) }
  }
}

const none: ReadonlySet<string> = new Set()

const notEvents: Record<string, string> = {
  VTODO: 'It is a task (VTODO), not an event.',
  VJOURNAL: 'It is a journal entry (VJOURNAL), not an event.',
  VFREEBUSY: 'It says when somebody is busy (VFREEBUSY), not why.',
}

/** They say what one of the guests thinks of an event, and nothing of the others (RFC 5546). */
const answers: Record<string, string | undefined> = {
  REPLY: 'It is an answer to an invitation (METHOD:REPLY), not an event.',
  COUNTER: 'It proposes another time for an event (METHOD:COUNTER), which nobody has agreed to.',
  DECLINECOUNTER: 'It declines another time for an event (METHOD:DECLINECOUNTER), which stays as it is.',
  REFRESH: 'It asks for an event (METHOD:REFRESH), and does not say what it is.',
}

interface Expansion {
  calendar: Calendar
  /** Of its calendar. */
  method: string | null
  horizon: number
  reject(reason: string): Rejection
}

function expand(lines: string[], { calendar, method, horizon, reject }: Expansion): Omit<Read, 'position'> {
  const { zones, replaced } = calendar
  let event: CalendarEvent
  try {
    event = readEvent(lines, zones, method)
  } catch (error) {
    return { rejection: reject((error as Error).message) }
  }
  const key = event.occurrence === null ? event.uid : `${event.uid}/${event.occurrence}`
  const others = event.occurrence === null ? (replaced.get(event.uid) ?? none) : none
  if (event.rule === null && event.added.length === 0) return { event: { event, begins: [event.start], replaced: others, key } }
  try {
    const begins = expandSeries(event, horizon).filter((begin) => !others.has(occurrenceId(begin, event)))
    return { event: { event, begins, replaced: others, key } }
  } catch (error) {
    if (error instanceof EndlessRule && ++calendar.endless > mostEndless) throw invalid('The calendar has many series by rules that no date fits.')
    const alone = { ...event, rule: null, added: [] }
    return { event: { event: alone, begins: [event.start], replaced: others, key }, rejection: reject(`${(error as Error).message} Only its first date was taken.`) }
  }
}

/** Those of which nothing newer is known. */
async function chooseCurrent(tx: Tx, batch: Read[]) {
  const events = batch.flatMap(({ event }) => event ?? [])
  const revisions = await findRevisions(tx, events.map(({ key }) => key))
  return { revisions, current: events.filter(({ key, event }) => event.revision >= (revisions.get(key) ?? 0)) }
}

/** Occurrences of known series that are stored, and that the series has no longer. */
async function listStale(tx: Tx, known: Expanded[]): Promise<string[]> {
  const series = known.filter(({ event }) => event.occurrence === null)
  const stored = await findThreadOccurrences(tx, source, series.map(({ event }) => event.uid))
  return series.flatMap(({ event, begins, replaced }) => {
    const wanted = new Set([...begins.map((begin) => sourceId(event, begin)), ...[...replaced].map((occurrence) => `${event.uid}/${occurrence}`)])
    // Of a long series older ones than are expanded any more stay.
    const first = begins.length >= mostOccurrences ? event.zone.toUtc(begins[0]!) : -Infinity
    return (stored.get(event.uid) ?? [])
      .filter(({ source_id, occurred_at }) => !wanted.has(source_id) && isOccurrence(source_id, event) && Date.parse(occurred_at) >= first)
      .map(({ id }) => id)
  })
}

const source = 'calendar'

function sourceId(event: CalendarEvent, begin: number): string {
  if (event.occurrence !== null) return `${event.uid}/${event.occurrence}`
  return event.rule === null && event.added.length === 0 ? event.uid : `${event.uid}/${occurrenceId(begin, event)}`
}

/** Threads may hold mail and other events too. */
function isOccurrence(sourceId: string, { uid }: CalendarEvent): boolean {
  return sourceId === uid || sourceId.startsWith(`${uid}/`)
}

function toInteraction(event: CalendarEvent, begin: number, own: ReadonlySet<string>): NewInteraction {
  const begins = event.all_day ? begin : event.zone.toUtc(begin)
  const { organizer, attendees } = event
  const others = attendees.filter(({ address }) => address !== organizer?.address)
  return {
    kind: 'meeting',
    source,
    source_id: sourceId(event, begin),
    thread_ids: [event.uid],
    direction: directionOf(event, own),
    subject: event.subject,
    snippet: event.text && (cleanText(event.text, 200) || null),
    occurred_at: new Date(begins).toISOString(),
    ends_at: event.duration > 0 ? new Date(begins + event.duration).toISOString() : null,
    all_day: event.all_day,
    location: event.location,
    status: event.status,
    has_attachments: event.has_attachments,
    body: event.text ? { text: event.text, quoted_at: null, html: null, headers: null, truncated: false } : null,
    participants: [
      ...(organizer ? [{ role: 'organizer' as const, ...organizer }] : []),
      ...others.map((person) => ({ role: 'attendee' as const, ...person })),
    ],
  }
}

function directionOf({ organizer, attendees }: CalendarEvent, own: ReadonlySet<string>): NewInteraction['direction'] {
  const people = [...(organizer ? [organizer] : []), ...attendees].map(({ address }) => address)
  if (people.length === 0 || !people.some((address) => own.has(address))) return null
  if (people.every((address) => own.has(address))) return 'internal'
  return organizer && own.has(organizer.address) ? 'out' : 'in'
}

/** Who becomes a contact by this meeting if they are none yet. Never we ourselves, rooms or machines. */
function strangers(event: CalendarEvent, own: ReadonlySet<string>, policy: ImportInput['create_contacts'] = 'everyone') {
  const ours = event.organizer !== null && own.has(event.organizer.address)
  if (policy === 'off' || (policy === 'written_to' && !ours)) return []
  const people = [...(event.organizer ? [event.organizer] : []), ...event.attendees]
  return people.filter(({ address }) => !own.has(address) && !isRobotAddress(address) && !/@(?:resource|group)\.calendar\.google\.com$/.test(address))
}

/** When an operation was made, from its id (UUID version 7): the same however often it is taken up again. */
function startOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
}
