// A task from a line, wherever somebody writes one.

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, body, type Schemas } from '@/api/client.ts'
import { useLanguage, type Language } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { lineQuery, toNewTask, type Chosen } from './task-line.ts'
import { taskQuery, type Task } from './tasks-queries.ts'

interface Writing {
  line: string
  language: Language
  /** What else it is. */
  given: Partial<Schemas['NewTask']>
  chosen: Chosen
}

export async function writeTask(client: QueryClient, { line, language, given, chosen }: Writing): Promise<Task> {
  const parsed = await client.fetchQuery(lineQuery(line, language))
  const task = await body(api.POST('/tasks', { body: toNewTask(parsed, given, chosen) }))
  client.setQueryData(taskQuery(task.id).queryKey, task)
  return task
}

/** Makes a task of a line where there is no room to show what was understood; where nobody has seen who is meant, it is written with the others. */
export function useWriteTask(): (line: string, given: Partial<Schemas['NewTask']>) => void {
  const { tasks: m } = useTaskMessages()
  const { language } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const write = async (line: string, given: Partial<Schemas['NewTask']>) => {
    if ((await client.fetchQuery(lineQuery(line, language))).ambiguous) return void navigate({ to: '/tasks', search: { show: 'all', line } })
    const task = await writeTask(client, { line, language, given, chosen: {} })
    void client.invalidateQueries({ queryKey: ['tasks'] })
    toast(m.added(task.title), { action: { label: m.open, run: () => void navigate({ to: '/tasks/$id', params: { id: task.id }, search: { show: 'all' } }) } })
  }
  return (line, given) => void write(line, given).catch(toastProblem)
}
