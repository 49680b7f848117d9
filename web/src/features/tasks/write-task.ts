// A task from a line, wherever somebody writes one.

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, body, type Schemas } from '@/api/client.ts'
import { useLanguage, type Language } from '@/messages/messages.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { useTellAdded } from './added.ts'
import { isDoubled } from './doubled.ts'
import { lineQuery, toNewTask, type Chosen } from './task-line.ts'
import type { Task } from './tasks-queries.ts'

interface Writing {
  line: string
  language: Language
  /** What else it is. */
  given: Partial<Schemas['NewTask']>
  chosen: Chosen
}

export async function writeTask(client: QueryClient, { line, language, given, chosen }: Writing): Promise<Task> {
  const parsed = await client.fetchQuery(lineQuery(line, language))
  return body(api.POST('/tasks', { body: toNewTask(parsed, given, chosen) }))
}

/** Makes a task of a line where there is no room to show what was understood; where nobody has seen who is meant, it is written with the others. */
export function useWriteTask(): (line: string, given: Partial<Schemas['NewTask']>) => void {
  const { language } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const tellAdded = useTellAdded()
  const write = async (line: string, given: Partial<Schemas['NewTask']>) => {
    if ((await client.fetchQuery(lineQuery(line, language))).ambiguous) return void navigate({ to: '/tasks', search: { show: 'all', line } })
    tellAdded(await writeTask(client, { line, language, given, chosen: {} }))
  }
  return (line, given) => {
    if (!isDoubled(JSON.stringify([line, given]))) void write(line, given).catch(toastProblem)
  }
}
