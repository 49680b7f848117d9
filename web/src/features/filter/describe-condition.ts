import { useQuery } from '@tanstack/react-query'
import { useMemberNames } from '@/features/people/members.ts'
import { companyQuery } from '@/features/people/references.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { takesValue, type Condition, type FilterColumn } from './filter.ts'

/** A condition in words: what, how, with what; `named` is what an id stands for. */
export function useDescribe(columns: ReadonlyMap<string, FilterColumn>): (condition: Condition, named?: string) => string[] {
  const m = useMessages()
  const members = useMemberNames()
  const { date, number } = useFormats()
  const valueText = (column: FilterColumn | undefined, value: unknown): string => {
    const { kind, field } = column ?? {}
    if (kind === 'owner') return members.get(String(value)) ?? '…'
    if (kind === 'boolean') return value === true || value === 'true' ? m.people.yes : m.people.no
    if (kind === 'number' || kind === 'count') return number(Number(value))
    if (kind === 'date' || kind === 'moment') return Number.isNaN(Date.parse(String(value))) ? String(value) : date(String(value))
    return field?.options.find(({ key }) => key === value)?.label ?? String(value)
  }
  return ({ field, op, value }, named) => {
    const column = columns.get(field)
    const title = column?.title ?? (field === 'company_id' ? m.people.company : field)
    const values = named ? [named] : takesValue(op) ? [value ?? []].flat().map((each) => valueText(column, each)) : []
    return [title, m.filter.ops[op], ...(values.length > 0 ? [values.join(', ')] : [])]
  }
}

/** The name of a company that links speak of by its id. */
export function useCompanyName(id: string | undefined): string | undefined {
  const { data } = useQuery({ ...companyQuery(id ?? ''), enabled: id !== undefined })
  return data?.name
}
