// How tasks are shown where they are found.

import { prepare } from '#platform/db/kysely'
import type { Searchable, SearchSource } from '#platform/search-sources'

const showTasks = prepare<[ids: string[]], Searchable>(
  'search.show tasks',
  `select t.id, t.title, s.name as subtitle, t.description as text, null as photo_url, t.created_at as at, null as contact_id
  from task t join task_status s on s.org_id = t.org_id and s.id = t.status_id
  where t.org_id = (select current_org()) and t.id = any($1::uuid[]) and t.deleted_at is null`,
)

/** Not for guests, who do not see every task. */
export const taskSearch: SearchSource = { kinds: ['task'], show: showTasks }
