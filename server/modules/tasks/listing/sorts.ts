// What lists can be sorted by, and how: along an index. Tasks without a value come last, both ways.

import { invalid } from '#platform/errors'
import { directed, type Order, type Sort } from '#platform/sorted-page'

export const tasks = 'task t'

const sorts: Record<string, Sort> = {
  // Ids are in the order of creation.
  created_at: { from: tasks, value: 't.id', type: 'uuid' },
  updated_at: { from: tasks, value: 't.updated_at', type: 'timestamptz' },
  title: { from: tasks, value: 't.sort_title', type: 'text' },
  priority: { from: tasks, value: 't.sort_priority', type: 'smallint' },
  position: { from: tasks, value: 't.position', type: 'text' },
  // Status by status, so that a page needs the tasks of the first ones alone.
  status: {
    from: (direction) => `(select id, position from task_status where org_id = $1 order by position ${direction} offset 0) s join task t on t.status_id = s.id`,
    value: 's.position',
    type: 'text',
  },
  due: nullable('t.sort_due', 'timestamp'),
  starts_on: nullable('t.starts_on', 'date'),
  estimate_minutes: nullable('t.estimate_minutes', 'int'),
  completed_at: nullable('t.completed_at', 'timestamptz'),
  deleted_at: nullable('t.deleted_at', 'timestamptz'),
}

/** Of a name above, with a `-` in front for the other way round. Throws invalid when there is none of this name. */
export function orderOf(name: string): Order {
  const plain = name.replace(/^-/, '')
  if (!Object.hasOwn(sorts, plain)) throw invalid(`Nothing is called “${plain}” to sort by: ${Object.keys(sorts).join(', ')}.`)
  return directed(sorts[plain]!, name)
}

function nullable(value: string, type: string): Sort {
  return { from: tasks, value, type, present: `${value} is not null`, missing: `${value} is null` }
}
