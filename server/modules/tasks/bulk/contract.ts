import { Type, type Static } from 'typebox'
import { bulkActions, bulkChangeOf } from '#modules/contacts'
import { pageOf } from '#platform/pages'
import { changeable, closed, id, labelNames } from '../contract.ts'
import { taskFilter, zone } from '../listing/filter.ts'

const { status_id, category, priority, due_on, due_time, due_zone, starts_on, estimate_minutes } = changeable
const people = Type.Optional(Type.Array(id, { maxItems: 100, uniqueItems: true }))

export const BulkTaskChange = Type.Object(
  {
    status_id, category, priority, due_on, due_time, due_zone, starts_on, estimate_minutes, add_assignee_ids: people, remove_assignee_ids: people,
    add_labels: Type.Optional(labelNames), remove_labels: Type.Optional(labelNames),
  },
  { ...closed, title: 'BulkTaskChange', minProperties: 1, description: 'What each task gets: what is left out stays, null takes away. Labels that are not there yet are made.' },
)
export type BulkTaskChange = Static<typeof BulkTaskChange>

export const BulkTaskSelection = Type.Object(
  {
    ...taskFilter,
    zone: Type.Optional(zone),
    view: Type.Optional(id),
    except: Type.Optional(Type.Array(id, { maxItems: 10_000, description: 'But for these.' })),
  },
  { ...closed, title: 'BulkTaskSelection', description: 'Whatever a list with the same parameters shows; without any, all tasks.' },
)
export type BulkTaskSelection = Static<typeof BulkTaskSelection>

const wanted = {
  action: Type.Enum(bulkActions, { description: '`delete` takes parts along; `restore` is for tasks that are deleted, the others for those that are not.' }),
  task_ids: Type.Optional(Type.Array(id, { minItems: 1, maxItems: 10_000 })),
  selection: Type.Optional(BulkTaskSelection),
}

export const BulkTaskPreview = Type.Object(wanted, { ...closed, title: 'BulkTaskPreview', description: 'Either `task_ids` or `selection`.' })

export const NewBulkTaskChange = Type.Object(
  { ...wanted, change: Type.Optional(BulkTaskChange) },
  { ...closed, title: 'NewBulkTaskChange', description: 'Either `task_ids` or `selection`; a `change` when that is the action.' },
)

export const TaskBulkChange = bulkChangeOf('TaskBulkChange', Type.Unsafe<BulkTaskChange>(Type.Record(Type.String(), Type.Unknown())))
export const TaskBulkChangePage = pageOf(TaskBulkChange, 'TaskBulkChangePage')
