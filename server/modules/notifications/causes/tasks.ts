// What one is to do: tasks that are assigned, due soon, or free to be begun. One that is done or deleted asks for nothing any more.

import type { FieldChange, Task } from '#modules/tasks'
import type { StoredEvent } from '#platform/events'
import { causeOf, type CauseSource, type Effect } from './contract.ts'
import type { Cause } from '../storing.ts'

export const taskCauses: CauseSource = {
  types: ['task.created', 'task.updated', 'task.unblocked', 'task.due_soon', 'task.deleted'],
  effectsOf: async (_db, events) => events.flatMap(effectsOfEvent),
}

function effectsOfEvent(event: StoredEvent): Effect[] {
  const { task, changes = [] } = event.data as { task: Task; changes?: FieldChange[] }
  switch (event.type) {
    case 'task.created':
      return tell(event, 'assigned', task.assignee_ids)
    case 'task.unblocked':
      return tell(event, 'unblocked', task.assignee_ids)
    case 'task.due_soon':
      return tell(event, 'due_soon', task.assignee_ids.length > 0 || task.created_by.kind !== 'user' ? task.assignee_ids : [task.created_by.id])
    case 'task.deleted':
      return [{ effect: 'remove', subject: event.subject }]
    default:
      return changes.flatMap(({ field, before, after }): Effect[] => {
        if (field === 'title') return [{ effect: 'rewrite', subject: event.subject, title: task.title }]
        if (field === 'status_id' && (task.category === 'done' || task.category === 'cancelled')) return [{ effect: 'read', place: event.subject }]
        return field === 'assignee_ids' ? reassigned(event, before as string[], after as string[]) : []
      })
  }
}

/** Who has nothing to do with it any more has nothing of it in the inbox either. */
function reassigned(event: StoredEvent, before: string[], after: string[]): Effect[] {
  const { watcher_ids } = (event.data as { task: Task; changes?: FieldChange[] }).task
  const gone = before.filter((id) => !after.includes(id) && !watcher_ids.includes(id))
  return [
    ...(gone.length === 0 ? [] : [{ effect: 'remove', subject: event.subject, user_ids: gone } as const]),
    ...tell(event, 'assigned', after.filter((id) => !before.includes(id))),
  ]
}

/** But for who did it. */
function tell(event: StoredEvent, kind: Cause['kind'], userIds: string[]): Effect[] {
  const { title } = (event.data as { task: Task; changes?: FieldChange[] }).task
  const others = userIds.filter((id) => event.actor.kind !== 'user' || id !== event.actor.id)
  return others.map((user_id) => ({ effect: 'notify', ...causeOf(event), user_id, kind, place: event.subject, seq: null, title, snippet: '' }))
}
