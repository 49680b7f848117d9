import { sql } from 'kysely'
import { viewsOf } from '#modules/contacts'
import { canWriteTasks } from '../policy.ts'
import { orderOf } from '../listing/sorts.ts'
import type { NewTaskView, TaskView, TaskViewChange } from './contract.ts'

export const taskViews = viewsOf<TaskView, NewTaskView, TaskViewChange>({
  kind: 'task',
  noun: 'task_view',
  columns: sql.raw('id, name, layout, filter, sort, columns, shared, created_by, created_at, updated_at'),
  filter: {},
  sort: '-created_at',
  mayWrite: canWriteTasks,
  // The contract has looked at the filter.
  check: async (_tx, _actor, { sort }) => void orderOf(sort),
})
