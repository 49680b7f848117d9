// What is done with many people at once: shown at once on the rows that are at hand.

import { useQueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { useBulkWork } from '@/features/table/bulk-work.ts'
import { takeRowsAway } from '@/features/table/row-pages.ts'
import { isSelected, type Selection } from '@/features/table/selection.ts'
import { useMessages } from '@/messages/messages.tsx'
import { expected } from './change-person.ts'
import { changePages, people, type Contact, type PeopleSelection } from './people-queries.ts'

export type BulkContactChange = Schemas['BulkContactChange']

export interface Target {
  selection: Selection
  /** Where all are selected: of which people. */
  among: PeopleSelection
  size: number
}

export function useBulk() {
  const m = useMessages()
  const client = useQueryClient()
  const carryOut = useBulkWork()
  const run = (target: Target, action: 'change' | 'delete', change: BulkContactChange | undefined, done: string) => carryOut({
    begin: () => body(api.POST('/contacts/bulk', { body: { action, change, ...toTarget(target) } })),
    takeBack: (id) => body(api.POST('/contacts/bulk/{id}/undo', { params: { path: { id } } })),
    under_way: m.people.under_way(target.size),
    done,
  })
  return {
    change(target: Target, change: BulkContactChange) {
      changePages(client, (person) => (isSelected(target.selection, person.id) ? expectedInBulk(person, change) : person))
      return run(target, 'change', change, m.people.changed_many(target.size))
    },
    remove(target: Target) {
      takeRowsAway(client, people.key, { isGone: (id) => isSelected(target.selection, id), size: target.size })
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
