// Answers that name no message. Each belongs to the latest earlier mail of its subject between the same people, whichever
// of them came in first: a mail that is stored later may turn out to be the one that was answered.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/kysely'
import { findAnswered, longestWait, type Correspondence } from './answered.ts'
import { regroupThreads } from './threads.ts'

/**
 * Finds out what these, and the answers after them, answer, and divides their threads accordingly, and those in `changed`.
 * The caller has `lockAddresses` for many.
 */
export async function joinAnswers(tx: Tx, ids: string[], changed: string[] = []) {
  const stored = await findSameSubjects(tx, ids)
  const byId = new Map(stored.map((each) => [each.id, each]))
  const moved = [...findAnswered(stored)].filter(([id, answered]) => byId.get(id)!.answered_id !== answered)
  await setAnswered(tx, moved)
  const touched = moved.flat().flatMap((id) => (id === null ? [] : byId.get(id)!.thread_id))
  await regroupThreads(tx, [...new Set([...changed, ...touched])])
}

/** Takes these, which are about to change, from what they answer, and their answers from them. Returns all that is to be joined anew. */
export async function detachAnswers(tx: Tx, ids: string[]): Promise<{ ids: string[]; threads: string[] }> {
  const { rows } = await sql<{ id: string; thread_id: string }>`
    update interaction set answered_id = null
    where org_id = (select current_org()) and answered_id is not null and (answered_id = any(${ids}::uuid[]) or id = any(${ids}::uuid[]))
    returning id, thread_id
  `.execute(tx)
  return { ids: rows.map(({ id }) => id), threads: [...new Set(rows.map(({ thread_id }) => thread_id))] }
}

const longest = sql`make_interval(secs => ${longestWait})`

/** What has the subjects of these, in the time in which they may answer or be answered; of subjects that nothing answers, nothing. */
async function findSameSubjects(tx: Tx, ids: string[]): Promise<Correspondence[]> {
  const { rows } = await sql<Correspondence>`
    with given as materialized (
      select thread_subject as subject, min(occurred_at) as since, max(occurred_at) as until from interaction
      where org_id = (select current_org()) and id = any(${ids}::uuid[]) and thread_subject is not null group by 1
    ), answered as materialized (
      select given.* from given where exists (
        select from interaction a where a.org_id = (select current_org()) and a.thread_subject = given.subject and a.answers_by_subject
      )
    )
    select i.id, i.thread_id, answered.subject, extract(epoch from i.occurred_at)::float8 as at, i.source_id, i.answers_by_subject, i.answered_id,
      coalesce(i.direction in ('out', 'internal'), false) as is_ours, i.occurred_at >= since as is_complete, coalesce((
        select json_agg(json_build_object('address', address, 'contact_ids', contact_ids, 'sends', sends)) from (
          select address, coalesce(json_agg(contact_id) filter (where contact_id is not null), '[]') as contact_ids, bool_or(role = 'from') as sends
          from participant where org_id = i.org_id and interaction_id = i.id
          group by address, case when address is null then contact_id end
        ) someone), '[]') as people
    from answered join interaction i on i.org_id = (select current_org()) and i.thread_subject = answered.subject
      and i.occurred_at >= since - ${longest} and i.occurred_at <= until + ${longest}
  `.execute(tx)
  return rows
}

async function setAnswered(tx: Tx, answers: [string, string | null][]) {
  if (answers.length === 0) return
  await sql`
    update interaction set answered_id = given.answered_id
    from json_to_recordset(${JSON.stringify(answers.map(([id, answered_id]) => ({ id, answered_id })))}) as given (id uuid, answered_id uuid)
    where org_id = (select current_org()) and interaction.id = given.id
  `.execute(tx)
}
