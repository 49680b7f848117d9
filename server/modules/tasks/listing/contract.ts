import { Type, type Static } from 'typebox'
import { countedPageOf, jumpQuery, pageQuery } from '#platform/pages'
import { closed, day, id, nullable, Task } from '../contract.ts'
import { taskFilter, zone } from './filter.ts'

export const TaskPage = countedPageOf(Task, 'TaskPage')

const view = Type.Optional(Type.String({ format: 'uuid', description: 'A saved view: what is not given is as that says.' }))

export const TaskQuery = Type.Object(
  {
    ...pageQuery,
    ...taskFilter,
    view,
    zone,
    deleted: Type.Boolean({ default: false, description: 'Those that were deleted and are not yet purged, instead of the others.' }),
    sort: Type.Optional(Type.String({
      maxLength: 30,
      description:
        '`due`, `priority`, `title`, `status`, `starts_on`, `estimate_minutes`, `created_at`, `updated_at`, `completed_at`, `deleted_at`, or `position` (on the ' +
        'board, for one status); with `-` in front the other way round. What has none comes last. That of the view, or `-created_at`.',
    })),
    count: jumpQuery.count,
  },
  closed,
)
export type TaskQuery = Static<typeof TaskQuery>

const { limit: _limit, cursor: _cursor, count: _count, ...selecting } = TaskQuery.properties
export const TaskTableQuery = Type.Object(selecting, closed)

export const BoardQuery = Type.Object({ ...taskFilter, view, zone, limit: { ...pageQuery.limit, default: 20, description: 'Of each column.' } as typeof pageQuery.limit }, closed)
export type BoardQuery = Static<typeof BoardQuery>

export const Board = Type.Object(
  {
    columns: Type.Array(Type.Object({
      status_id: id,
      total: Type.Integer(),
      data: Type.Array(Task),
      next_cursor: nullable(Type.String({ description: 'Goes on by GET /tasks with the same filter, this `status_id` and `sort=position`.' })),
    })),
  },
  { title: 'Board', description: 'A column for each status, in their order.' },
)
export type Board = Static<typeof Board>

export const CalendarQuery = Type.Object(
  {
    ...taskFilter,
    view,
    zone,
    from: day,
    to: Type.String({ format: 'date', description: 'Both ends belong to it: 92 days at most.' }),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 20, description: 'Of each day.' }),
  },
  closed,
)
export type CalendarQuery = Static<typeof CalendarQuery>

export const Calendar = Type.Object(
  {
    days: Type.Array(
      Type.Object({ day, total: Type.Integer({ description: 'When more than shown: GET /tasks with this day for `due_from` and `due_to`.' }), data: Type.Array(Task) }),
      { description: 'Those on which something is due, by the clocks of `zone`.' },
    ),
  },
  { title: 'TaskCalendar' },
)
export type Calendar = Static<typeof Calendar>

const section = (description: string) => Type.Object({ total: Type.Integer(), data: Type.Array(Task) }, { description })

export const MyDay = Type.Object(
  {
    day,
    planned: section('Open tasks that you have planned for this day, or for one before.'),
    overdue: section('Assigned to you, as all below.'),
    due_today: section('Due on this day.'),
    started: section('In progress, or their start has come.'),
    unblocked: section('What they waited for was done in the last seven days.'),
    done: section('Done on this day.'),
  },
  { title: 'MyDay', description: 'Each task stands in the first section that it fits; of each the first hundred.' },
)
export type MyDay = Static<typeof MyDay>

export const MyDayQuery = Type.Object({ zone }, closed)

export const Plan = Type.Object({ task_id: id, planned_on: nullable(day) }, { title: 'TaskPlan' })
export type Plan = Static<typeof Plan>

export const PlanChange = Type.Object({ planned_on: day }, { ...closed, title: 'TaskPlanChange' })
