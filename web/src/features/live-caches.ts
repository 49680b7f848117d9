// What live events do to what is cached: a changed person is changed everywhere, without asking; what cannot be known
// from the event is fetched again.

import type { InfiniteData } from '@tanstack/react-query'
import type { Schemas } from '@/api/client.ts'
import { onEvents, type LiveEvent } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'
import type { Contact, PeopleList } from './people/people-queries.ts'

type Operation = Schemas['Operation']
type Operations = InfiniteData<Schemas['OperationPage']>

export function followEvents(): () => void {
  return onEvents({
    events(events) {
      for (const event of events) apply(event)
    },
    reset: () => void queryClient.invalidateQueries(),
  })
}

function apply({ type, subject, data }: LiveEvent) {
  const [noun, id] = subject.split(':') as [string, string]
  if (type === 'contact.updated') changePerson(data.contact as Contact)
  else if (noun === 'contact') refetch('people')
  else if (type === 'operation.updated') changeOperation(data.operation as Operation)
  else if (noun === 'operation') refetch('operations')
  else if (noun === 'relationship') refetch('relationships')
  if (type.startsWith('date.')) refetch('dates')
  if (type.startsWith('contact.') && type !== 'contact.updated') refetch('duplicates')
  if (shownInSettings.has(noun)) refetch('settings')
  if (type.startsWith('import.') || type.startsWith('contacts.') || type.startsWith('interaction')) {
    refetch('people')
    refetch('timeline')
  }
  if (noun === 'interaction') void queryClient.invalidateQueries({ queryKey: ['interaction', id] })
}

/** Where it is listed, it stays in its place. */
function changeOperation(operation: Operation) {
  queryClient.setQueryData(['operation', operation.id], operation)
  queryClient.setQueryData<Operations>(['operations'], (list) =>
    list && { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.map((each) => (each.id === operation.id ? operation : each)) })) },
  )
}

const shownInSettings = new Set(['organization', 'user', 'session', 'invitation', 'api_key', 'webhook', 'field', 'tag', 'erasure'])

function changePerson(person: Contact) {
  queryClient.setQueryData(['person', person.id], person)
  queryClient.setQueriesData<PeopleList>({ queryKey: ['people'] }, (list) =>
    list && { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.map((each) => (each.id === person.id ? person : each)) })) },
  )
}

const waiting = new Set<string>()

/** Once for all events that come within 300 ms: an import sends many. */
function refetch(key: string) {
  if (waiting.has(key)) return
  waiting.add(key)
  setTimeout(() => {
    waiting.delete(key)
    void queryClient.invalidateQueries({ queryKey: [key] })
  }, 300)
}
