// Who hears an event. `org` and `user:<id>` the platform knows; who hears others it asks of a source, which a module is, each
// time that it delivers: live, and when somebody resumes.

import { sql, type RawBuilder } from 'kysely'
import type { Audience, TailedEvent } from '#platform/events'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'

export type Hearer = Pick<Actor, 'kind' | 'id' | 'role'>

export interface Listeners {
  /** Of users. */
  ids: Set<string>
  /** Whether every api key hears it as well. */
  api_keys: boolean
}

/** Answers for the audiences that are no organization and no person. */
export interface AudienceSource {
  /** A query of those that this actor hears; part of a statement, and so as it is at that moment. */
  audiencesOf(hearer: Hearer): RawBuilder<unknown>
  /** Who hears each of these now. */
  listenersOf(db: Db, audiences: string[]): Promise<Map<string, Listeners>>
  /** Those whose listeners may be others from this event on; `all` of its organization. */
  changedBy(event: TailedEvent): 'all' | string[]
}

/** What `listEvents` has to be told of a reader. */
export interface Hearing {
  audiences: Audience[]
  /** A query of more. */
  more: RawBuilder<unknown>
}

/** What an actor hears. Guests hear nothing of what is for every member. */
export function hearingOf(hearer: Hearer, source: AudienceSource): Hearing {
  const own: Audience = `user:${hearer.id}`
  return { audiences: hearsAll(hearer) ? ['org', own] : [own], more: source.audiencesOf(hearer) }
}

export function hearsAll({ role }: Pick<Hearer, 'role'>): boolean {
  return role !== 'guest'
}

/** What a program of the admins hears, such as a webhook. */
export function publicHearing(source: AudienceSource): Hearing {
  return { audiences: ['org'], more: source.audiencesOf({ kind: 'api_key', id: '', role: 'admin' }) }
}

/** The condition that an event is for such a reader. */
export function heardBy({ audiences, more }: Hearing): RawBuilder<boolean> {
  return sql`(audience = any(${audiences}::text[]) or audience in (${more}))`
}
