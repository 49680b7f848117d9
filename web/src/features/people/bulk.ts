// What is done with many people at once: shown at once on the rows that are at hand, carried out by the server (beyond some
// hundreds by an operation), and taken back with one word.

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { isLive, onEvents } from '@/api/live.ts'
import { explainFailure } from '@/features/operations/operation.ts'
import { useMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { expected } from './change-person.ts'
import { changePages, type Contact, type ContactPage, type PeopleSelection } from './people-queries.ts'
import { isSelected, type Selection } from './selection.ts'

export type BulkContactChange = Schemas['BulkContactChange']
type BulkChange = Schemas['BulkChange']

export interface Target {
  selection: Selection
  /** Where all are selected: of which people. */
  among: PeopleSelection
  size: number
}

export function useBulk() {
  const m = useMessages()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => /^(people|person|compan|tags|dashboard)/.test(String(queryKey[0])) })
  const undo = async (id: string) => {
    const undone = await body(api.POST('/contacts/bulk/{id}/undo', { params: { path: { id } } }))
    if (undone.undo?.operation_id) await finished(undone.undo.operation_id)
    if (!isLive()) await refresh()
    toast(m.people.undone)
  }
  const run = async (target: Target, action: 'change' | 'delete', change: BulkContactChange | undefined, done: string) => {
    try {
      const bulk = await body(api.POST('/contacts/bulk', { body: { action, change, ...toTarget(target) } }))
      if (bulk.operation_id) {
        toast(m.people.under_way(target.size))
        await finished(bulk.operation_id)
      }
      toast(done, { action: { label: m.actions.undo, run: () => void undo(bulk.id).catch(toastProblem) } })
      if (!isLive()) await refresh()
    } catch (error) {
      toastProblem(error)
      await refresh()
    }
  }
  return {
    change(target: Target, change: BulkContactChange) {
      changePages(client, (person) => (isSelected(target.selection, person.id) ? expectedInBulk(person, change) : person))
      return run(target, 'change', change, m.people.changed_many(target.size))
    },
    remove(target: Target) {
      takeAway(client, target)
      return run(target, 'delete', undefined, m.people.deleted(target.size))
    },
  }
}

function toTarget({ selection, among }: Target) {
  if (!selection.all) return { contact_ids: [...selection.ids] }
  return { selection: { q: among.q, filter: among.filter, except: [...selection.except] } }
}

function expectedInBulk(person: Contact, { add_tags = [], remove_tags = [], ...change }: BulkContactChange): Contact {
  const tags = [...new Set([...person.tags, ...add_tags])].filter((tag) => !remove_tags.includes(tag))
  return expected(person, { ...change, tags })
}

function takeAway(client: QueryClient, { selection, size }: Target) {
  client.setQueriesData<ContactPage>({ queryKey: ['people'] }, (page) => page && { ...page, data: page.data.filter(({ id }) => !isSelected(selection, id)) })
  client.setQueriesData<number>({ queryKey: ['people-count'] }, (count) => count && Math.max(0, count - size))
}

/** Resolves when an operation has come to its end; throws what it failed with. */
async function finished(id: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<Schemas['Operation']>()
  const look = (operation: Schemas['Operation']) => isOver(operation) && resolve(operation)
  const stop = onEvents({
    events: (events) => {
      for (const { subject, data } of events) if (subject === `operation:${id}` && data.operation) look(data.operation as Schemas['Operation'])
    },
    reset: () => void ask(),
  })
  const ask = async () => look(await body(api.GET('/operations/{id}', { params: { path: { id } } })))
  try {
    await ask()
    const { status, error } = await promise
    if (status !== 'succeeded') throw new Error(error ? explainFailure(error) : status)
  } finally {
    stop()
  }
}

function isOver({ status }: { status: BulkChange['status'] }): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'cancelled'
}
