// What is said of a task that has just been made: the way to it, and the way back.

import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { api } from '@/api/client.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { taskQuery, type Task } from './tasks-queries.ts'

export function useTellAdded(): (task: Task) => void {
  const { tasks: m, people } = useTaskMessages()
  const client = useQueryClient()
  const navigate = useNavigate()
  // Among tasks it is opened beside what is shown.
  const isAmongTasks = useRouterState({ select: ({ location }) => location.pathname.startsWith('/tasks') })
  const takeBack = async ({ id }: Task) => {
    await api.DELETE('/tasks/{id}', { params: { path: { id } } })
    toast(people.undone)
    for (const queryKey of [['tasks'], ['task', id]]) void client.invalidateQueries({ queryKey })
  }
  return (task) => {
    client.setQueryData(taskQuery(task.id).queryKey, task)
    void client.invalidateQueries({ queryKey: ['tasks'] })
    toast(m.added(task.title), {
      undo: () => void takeBack(task).catch(toastProblem),
      action: { label: m.open, run: () => void navigate({ to: '/tasks/$id', params: { id: task.id }, search: isAmongTasks || { show: 'all' } }) },
    })
  }
}
