// What may be meant by what is being written in a line: a priority after !, a label after #, a member after @, a person or a company after ^.

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { membersQuery } from '@/features/people/references.ts'
import { fitsTo } from '@/features/rooms/completions.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { priorities } from './priority-mark.tsx'
import { labelsQuery } from './tasks-queries.ts'

type Sign = '!' | '#' | '@' | '^'

export interface LineCompletion {
  id: string
  sign: Sign
  label: string
  hint?: string | null
  /** What is written for it. */
  text: string
}

export interface Sought {
  sign: Sign
  query: string
  /** Where in the line it begins. */
  from: number
}

const most = 6
const sought = /(?<=^|\s)([!#@^])"?([\p{L}\p{N}.'’_-]*(?: [\p{L}\p{N}.'’_-]+)?)$/u

/** What stands before the caret and may be completed. */
export function soughtInLine(line: string, caret: number): Sought | undefined {
  const found = sought.exec(line.slice(0, caret))
  return found ? { sign: found[1] as Sign, query: found[2]!, from: found.index } : undefined
}

/** None once it is written out: Enter is to add the task then. */
export function useLineCompletions(wanted: Sought | undefined): LineCompletion[] {
  const { tasks: m } = useTaskMessages()
  const { sign, query = '' } = wanted ?? {}
  const { data: members = [] } = useQuery({ ...membersQuery, enabled: sign === '@' })
  const { data: labels = [] } = useQuery({ ...labelsQuery(query), enabled: sign === '#' })
  const { data: about = [] } = useQuery({
    queryKey: ['line-about', query],
    queryFn: ({ signal }) => findAbout(query, signal),
    enabled: sign === '^' && query !== '',
    placeholderData: keepPreviousData,
  })
  if (!sign) return []
  const fits = fitsTo(query)
  const found: Record<Sign, () => Omit<LineCompletion, 'sign' | 'text'>[]> = {
    '!': () => priorities.map((priority) => ({ id: priority, label: m.priorities[priority] })).filter(({ id, label }) => id !== 'none' && (fits(label) || fits(id))),
    '#': () => labels.map(({ id, name }) => ({ id, label: name })).filter(({ label }) => fits(label)),
    '@': () => [
      ...[{ id: 'me', label: m.me_in_line }].filter(({ label }) => fits(label)),
      ...members.map(({ user_id, name, email }) => ({ id: user_id, label: name, hint: email })).filter(({ label }) => fits(label)),
    ],
    '^': () => (query === '' ? [] : about),
  }
  const offered = found[sign]().slice(0, most)
  if (offered.some(({ label }) => label.toLowerCase() === query.toLowerCase())) return []
  return offered.map((each) => ({ ...each, sign, text: write(sign, sign === '!' ? each.label.toLowerCase() : each.label) }))
}

/** In quotation marks where a name would end too soon. */
function write(sign: Sign, name: string): string {
  return /^[\p{L}\p{N}'’_-]+$/u.test(name) ? `${sign}${name}` : `${sign}"${name}"`
}

async function findAbout(q: string, signal: AbortSignal) {
  const [people, companies] = await Promise.all([
    body(api.GET('/contacts', { params: { query: { q, limit: most, count: 'none', deleted: false } }, signal })),
    body(api.GET('/companies', { params: { query: { q, limit: 3, count: 'none' } }, signal })),
  ])
  return [
    ...people.data.slice(0, most - companies.data.length).map(({ id, name, company, emails }) => ({ id, label: name, hint: company?.name ?? emails[0]?.address })),
    ...companies.data.map(({ id, name, domain }) => ({ id, label: name, hint: domain })),
  ]
}
