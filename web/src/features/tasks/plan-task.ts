// What one means to do today: it stands in one's own day, and nowhere else.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { dayOf } from './days.ts'
import { isOpen, myDayQuery, type Task } from './tasks-queries.ts'

interface Planning {
  task: Pick<Task, 'id' | 'title'>
  planned: boolean
  isUndo?: boolean
}

/** Plans an open task for today, or takes it out of the day again. */
export function usePlanTask(): (task: Task) => void {
  const { tasks: m, people } = useTaskMessages()
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: ({ task: { id }, planned }: Planning) => {
      const params = { path: { id } }
      return planned ? api.PUT('/tasks/{id}/plan', { params, body: { planned_on: dayOf(new Date()) } }) : api.DELETE('/tasks/{id}/plan', { params })
    },
    onSuccess(_answer, { task, planned, isUndo }) {
      if (isUndo) return toast(people.undone)
      toast(planned ? m.planned(task.title) : m.unplanned(task.title), { undo: () => mutate({ task, planned: !planned, isUndo: true }) })
    },
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: myDayQuery.queryKey }),
  })
  const turn = async (task: Task) => {
    const { planned } = await client.fetchQuery(myDayQuery)
    mutate({ task, planned: !planned.data.some(({ id }) => id === task.id) })
  }
  return (task) => void (isOpen(task) && turn(task).catch(toastProblem))
}

export function useIsPlanned({ id }: Pick<Task, 'id'>): boolean {
  const { data } = useQuery(myDayQuery)
  return data?.planned.data.some((task) => task.id === id) ?? false
}
