import type { StoredEvent } from '#platform/events'
import type { Db } from '#platform/db/kysely'
import type { Cause } from '../storing.ts'

/** What an event is to inboxes. */
export type Effect =
  | ({ effect: 'notify' } & Cause)
  /** Read: what is in this place, up to this message of it, or all. Of one user, or of all. */
  | { effect: 'read'; place: string; user_id?: string; seq?: number }
  /** Not for them any more (these, or all but these): what is about this subject, of a kind or of all; or what is in this place and below. */
  | { effect: 'remove'; user_ids?: string[]; but_user_ids?: string[]; subject: string; kind?: Cause['kind'] }
  | { effect: 'remove'; user_ids?: string[]; place: string }
  /** What is about this subject is called so, or says this; but in these places. */
  | { effect: 'rewrite'; subject: string; title?: string; snippet?: string; but_places?: string[] }
  /** What is in this place and below is called so. */
  | { effect: 'rewrite'; place: string; title: string }

/** Which events of a module concern inboxes, and how. */
export interface CauseSource {
  types: string[]
  /** The effects of events of these types, in their order. */
  effectsOf(db: Db, events: StoredEvent[]): Promise<Effect[]>
}

/** What every cause has of its event. */
export function causeOf({ id, subject, created_at, actor }: StoredEvent): Pick<Cause, 'event_id' | 'subject' | 'at' | 'actor'> {
  return { event_id: id, subject, at: created_at, actor }
}
