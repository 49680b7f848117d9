// How interactions are shown where they are found.

import { prepare } from '#platform/db/kysely'
import type { Searchable, SearchSource } from '#platform/search-sources'

const showInteractions = prepare<[ids: string[]], Searchable>(
  'search.show interactions',
  `select i.id, coalesce(i.subject, left(i.snippet, 80), '') as title, people.names as subtitle,
    coalesce(left(body.text, 50000), i.snippet) as text, null as photo_url, i.occurred_at as at, people.contact_id
  from interaction i
    left join interaction_body body on body.org_id = i.org_id and body.interaction_id = i.id
    cross join lateral (
      select string_agg(distinct coalesce(name, address), ', ') as names, (array_agg(contact_id) filter (where contact_id is not null))[1] as contact_id
      from participant where org_id = i.org_id and interaction_id = i.id
    ) people
  where i.org_id = (select current_org()) and i.id = any($1::uuid[]) and i.deleted_at is null`,
)

export const interactionSearch: SearchSource = { kinds: ['mail', 'meeting', 'call', 'note'], show: showInteractions }
