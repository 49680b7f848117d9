// What can be searched: modules say how their things are shown, the module `search` finds them. What is found of each is
// decided by `list_search_entries` in the database (0080_search_scopes.sql), or by the module where not everybody sees the same.

import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'

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
  /** Where it was said: a room, and the message that begins the thread. */
  room_id?: string
  thread_id?: string | null
}

/** Of what every member sees; its words are in the index. */
export interface IndexedSource {
  /** In the order in which they are shown. */
  kinds: readonly string[]
  /** Those of these that are there, in any order. */
  show(db: Db, ids: string[]): Promise<Searchable[]>
}

/** Of what only some see: it finds by itself, for guests too, and knows filters (`from:ada`). */
export interface FindingSource {
  kinds: readonly [string]
  /** The best or newest first. Throws invalid for a filter that means nothing. */
  find(db: Db, actor: Actor, asked: { q: string; limit: number }): Promise<Searchable[]>
}

export type SearchSource = IndexedSource | FindingSource
