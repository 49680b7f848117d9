// The columns that the table of people can have: of what kind the value is, what it is called, how it is sorted, and how
// it reads. Their ids are the API's names of fields.

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FilterColumn } from '@/features/filter/filter.ts'
import { useMessages } from '@/messages/messages.tsx'
import type { Contact } from './people-queries.ts'
import { fieldsQuery, type Field } from './references.ts'

export interface Column extends FilterColumn {
  value(person: Contact): unknown
}

export const usualColumns = ['name', 'company', 'title', 'email', 'tag', 'last_interaction_at']

/** Every column that there is, by id. The name is always the first that is shown. */
export function useColumns(): Map<string, Column> {
  const m = useMessages()
  const { data: fields } = useQuery(fieldsQuery)
  return useMemo(() => {
    const plain: Column[] = [
      { id: 'name', title: m.people.name, kind: 'text', sort: 'name', width: 240, editable: true, value: ({ name }) => name },
      { id: 'company', title: m.people.company, kind: 'company', sort: 'company', width: 180, editable: true, value: ({ company }) => company?.name },
      { id: 'title', title: m.people.job, kind: 'text', sort: 'title', width: 170, editable: true, value: ({ title }) => title },
      { id: 'email', title: m.people.email, kind: 'text', sort: 'email', width: 220, editable: true, value: ({ emails }) => emails[0]?.address },
      { id: 'phone', title: m.people.phone, kind: 'phone', width: 150, editable: true, value: ({ phones }) => phones[0]?.number },
      { id: 'tag', title: m.people.tags, kind: 'tags', width: 190, editable: true, inDialog: true, value: ({ tags }) => tags },
      { id: 'owner_id', title: m.people.owner, kind: 'owner', sort: 'owner', width: 150, editable: true, value: ({ owner_id }) => owner_id },
      { id: 'last_interaction_at', title: m.people.last, kind: 'moment', sort: 'last_interaction_at', first: 'desc', width: 130, editable: false, value: (person) => person.last_interaction_at },
      { id: 'created_at', title: m.people.added, kind: 'moment', sort: 'created_at', first: 'desc', width: 120, editable: false, value: ({ created_at }) => created_at },
      { id: 'updated_at', title: m.people.changed, kind: 'moment', sort: 'updated_at', first: 'desc', width: 120, editable: false, value: ({ updated_at }) => updated_at },
      { id: 'given_name', title: m.people.first_name, kind: 'text', sort: 'given_name', width: 130, editable: true, value: ({ given_name }) => given_name },
      { id: 'family_name', title: m.people.last_name, kind: 'text', sort: 'family_name', width: 130, editable: true, value: ({ family_name }) => family_name },
    ]
    return new Map([...plain, ...(fields ?? []).map(ofField)].map((column) => [column.id, column]))
  }, [m, fields])
}

function ofField(field: Field): Column {
  const { key, label, type } = field
  return {
    id: `fields.${key}`, title: label, kind: type, sort: `fields.${key}`, first: type === 'number' || type === 'date' ? 'desc' : undefined, numeric: type === 'number',
    width: type === 'text' || type === 'url' ? 170 : 130, editable: true, field, value: ({ fields }) => fields[key],
  }
}
