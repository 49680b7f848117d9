// One value of a column, to be written or chosen.

import { useQuery } from '@tanstack/react-query'
import { allTagsQuery, membersQuery } from '@/features/people/references.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Choice, formLook } from '@/ui/choice.tsx'
import { inputLook } from '@/ui/field.tsx'
import type { FilterColumn } from './filter.ts'

interface Props {
  column: FilterColumn
  value: string
  onChange(value: string): void
  autoFocus?: boolean
}

const types: Partial<Record<FilterColumn['kind'], string>> = { number: 'number', count: 'number', date: 'date', moment: 'date' }

export function ValueInput({ column, value, onChange, autoFocus }: Props) {
  const options = useOptions(column)
  if (!options) {
    return <input autoFocus={autoFocus} aria-label={column.title} type={types[column.kind] ?? 'text'} step="any" maxLength={255} className={inputLook} value={value} onChange={({ target }) => onChange(target.value)} />
  }
  return (
    <Choice autoFocus={autoFocus} aria-label={column.title} className={formLook} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="" />
      {options.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </Choice>
  )
}

export interface Option {
  key: string
  label: string
}

/** What can be chosen from, where the values are known. */
export function useOptions({ kind, field }: FilterColumn): Option[] | undefined {
  const m = useMessages()
  const members = useQuery({ ...membersQuery, enabled: kind === 'owner' })
  const tags = useQuery({ ...allTagsQuery, enabled: kind === 'tags' })
  if (kind === 'owner') return (members.data ?? []).map(({ user_id, name }) => ({ key: user_id, label: name }))
  if (kind === 'tags') return (tags.data ?? []).map(({ name }) => ({ key: name, label: name }))
  if (kind === 'boolean') return [{ key: 'true', label: m.people.yes }, { key: 'false', label: m.people.no }]
  return kind === 'select' ? (field?.options ?? []) : undefined
}
