import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'
import { by, closed, id, time } from '../contract.ts'
import { TaskFilter } from '../listing/filter.ts'

const name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const layout = Type.Enum(['list', 'board', 'calendar'])
const columns = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 50, description: 'What a list shows, in this order. Empty: as usual.' })

export const TaskView = Type.Object(
  {
    id,
    name: Type.String(),
    layout,
    filter: TaskFilter,
    sort: Type.String(),
    columns: Type.Array(Type.String()),
    shared: Type.Boolean({ description: 'Whether everyone sees it, or whoever made it alone.' }),
    created_by: by,
    created_at: time,
    updated_at: time,
  },
  { title: 'TaskView' },
)
export type TaskView = Static<typeof TaskView>

export const TaskViewPage = pageOf(TaskView, 'TaskViewPage')

const filter = Type.Optional(TaskFilter)
const sort = Type.Optional(Type.String({ minLength: 1, maxLength: 30, description: 'As of the list.' }))

export const NewTaskView = Type.Object(
  { name, layout: { ...layout, default: 'list' } as typeof layout, filter, sort, columns: Type.Optional(columns), shared: Type.Boolean({ default: false }) },
  { ...closed, title: 'NewTaskView' },
)
export type NewTaskView = Static<typeof NewTaskView>

export const TaskViewChange = Type.Object(
  { name: Type.Optional(name), layout: Type.Optional(layout), filter, sort, columns: Type.Optional(columns), shared: Type.Optional(Type.Boolean()) },
  { ...closed, title: 'TaskViewChange' },
)
export type TaskViewChange = Static<typeof TaskViewChange>
