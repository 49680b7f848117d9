// What can be searched: modules say how their things are shown, the module `search` finds them. What is found of each is
// decided by `list_search_entries` in the database (0080_search_scopes.sql).

import type { Db } from '#platform/db/kysely'

export interface Searchable {
  id: string
  title: string
  /** What tells it from others of the same title: a company, who took part. */
  subtitle: string | null
  /** In which the words may stand as well; an excerpt of it is shown. */
  text: string | null
  photo_url: string | null
  /** When it was, for what has a time. */
  at: string | null
  /** Whom it is about. */
  contact_id: string | null
}

export interface SearchSource {
  /** In the order in which they are shown. */
  kinds: readonly string[]
  /** Those of these that are there, in any order. */
  show(db: Db, ids: string[]): Promise<Searchable[]>
}
