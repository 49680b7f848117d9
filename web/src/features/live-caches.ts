// What live events do to what is cached: a changed person is changed everywhere, without asking; what cannot be known
// from the event is fetched again. What is on the screen at once, everything else when it is looked at.

import type { InfiniteData } from '@tanstack/react-query'
import type { Schemas } from '@/api/client.ts'
import { onEvents, type LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import { hasEnded, type Operation } from './operations/operation.ts'
import { applyToRooms } from './rooms/room-events.ts'
import { changePages, type Contact } from './people/people-queries.ts'

type Operations = InfiniteData<Schemas['OperationPage']>

export function followEvents(): () => void {
  return onEvents({
    events: apply,
    reset: () => void queryClient.invalidateQueries(),
    back: () => void askAgain(),
  })
}

/** What was asked for while nobody answered, also what rests before it is tried once more; and who it is that uses this browser now. */
async function askAgain() {
  const open = queryClient.getQueryCache().findAll({ type: 'active', predicate: ({ queryKey, state }) => state.status === 'error' || state.fetchFailureCount > 0 || queryKey[0] === 'me' })
  await Promise.all(open.map((query) => query.state.fetchFailureCount > 0 && query.cancel({ revert: true, silent: true })))
  await queryClient.refetchQueries({ predicate: (query) => open.includes(query) })
}

/** By the first word of an event: keys of what may be another now. */
const touched: Record<string, string[]> = {
  contact: ['people', 'people-count', 'companies', 'duplicates', 'dashboard', 'search'],
  contacts: ['people', 'people-count', 'person', 'companies', 'companies-count', 'company', 'tags', 'fields', 'dashboard', 'search', 'timeline'],
  company: ['companies', 'companies-count', 'company', 'people', 'people-count', 'person', 'dashboard', 'search'],
  tag: ['tags', 'people', 'people-count', 'person'],
  field: ['fields', 'people', 'people-count', 'person'],
  view: ['views'],
  company_view: ['views'],
  member: ['members-all', 'rooms'],
  interaction: ['timeline', 'people', 'companies', 'dashboard', 'search'],
  interactions: ['timeline', 'people', 'companies', 'person', 'dashboard', 'search'],
  task: ['search'],
  date: ['dates', 'dashboard'],
  relationship: ['relationships'],
  import: ['import', 'people', 'people-count', 'person', 'timeline', 'companies', 'companies-count', 'tags', 'fields', 'dashboard', 'search'],
}

const shownInSettings = new Set(['organization', 'user', 'session', 'invitation', 'api_key', 'webhook', 'field', 'tag', 'erasure'])

function apply(events: LiveEvent[]) {
  const changed = new Map<string, Contact>()
  for (const event of events) {
    const { type, subject, data } = event
    applyToRooms(event)
    const [noun, id] = subject.split(':') as [string, string]
    if (shownInSettings.has(noun)) refetch(['settings'])
    if (type === 'contact.updated' && data.contact) changed.set(id, data.contact as Contact)
    else if (type === 'operation.updated') changeOperation(data.operation as Operation)
    else {
      if (noun === 'contact') refetch(['person', id])
      if (noun === 'interaction') refetch(['interaction', id])
      if (type === 'operation.created') refetch(['operations'])
      for (const key of touched[type.split('.')[0]!] ?? []) refetch([key])
    }
  }
  if (changed.size > 0) changePeople(changed)
}

/** What we have changed ourselves is here already: then nothing is fetched, and a row stays where the hand is. */
function changePeople(changed: Map<string, Contact>) {
  const news = new Set(changed.keys())
  const newer = (known: Contact) => {
    const person = changed.get(known.id)
    if (person && person.updated_at <= known.updated_at) news.delete(known.id)
    return person && person.updated_at > known.updated_at ? person : known
  }
  changePages(queryClient, newer)
  for (const id of changed.keys()) queryClient.setQueryData<Contact>(['person', id], (known) => known && newer(known))
  if (news.size > 0) for (const key of touched.contact!) refetch([key])
}

/** Where it is listed, it stays in its place. What was answered before its end may come after it, and would be the last that is heard. */
function changeOperation(operation: Operation) {
  queryClient.setQueryData(['operation', operation.id], operation)
  if (hasEnded(operation)) refetch(['operation', operation.id])
  queryClient.setQueriesData<Operations>({ queryKey: ['operations'] }, (list) =>
    list && { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.map((each) => (each.id === operation.id ? operation : each)) })) },
  )
}

const waiting = new Set<string>()
const restMs = 300

/** Once for all events that come within a moment: an import sends many. */
export function refetch(queryKey: string[]) {
  const name = queryKey.join(' ')
  if (waiting.has(name)) return
  waiting.add(name)
  setTimeout(() => {
    waiting.delete(name)
    void queryClient.invalidateQueries({ queryKey })
  }, restMs)
}
