// What a line says, as the server understands it, and the task that it becomes.

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import type { Language } from '@/messages/messages.tsx'
import { zone } from './tasks-queries.ts'

export type ParsedLine = Schemas['ParsedTaskLine']
export type Candidate = Schemas['TaskLineCandidate']
type NewTask = Schemas['NewTask']

/** Of names that several have: who is meant, by what is written; the likeliest unless somebody has chosen. */
export type Chosen = Record<string, Candidate>

export function lineQuery(text: string, locale: Language) {
  return queryOptions({
    queryKey: ['task-line', text, locale],
    queryFn: async ({ signal }) => ({ text, ...(await body(api.POST('/tasks/parse', { body: { text, zone, locale }, signal }))) }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    // A day that is meant is another one tomorrow.
    staleTime: 60_000,
    gcTime: 60_000,
  })
}

export function toNewTask({ text, task, spans }: ParsedLine & { text: string }, given: Partial<NewTask>, chosen: Chosen): NewTask {
  // Nothing but marks: then it means what it says.
  if (task.title === '') return { ...given, title: text }
  const named = spans.flatMap(({ from, to, candidates = [] }) => (candidates.length > 1 ? [chosen[text.slice(from, to)] ?? candidates[0]!] : []))
  const made: NewTask = { ...given, ...task }
  for (const [kind, list] of [['member', 'assignee_ids'], ['contact', 'contact_ids'], ['company', 'company_ids']] as const) {
    const ids = named.filter((each) => each.kind === kind).map(({ id }) => id)
    if (ids.length > 0) made[list] = [...new Set([...(task[list] ?? []), ...ids])]
  }
  return made
}
