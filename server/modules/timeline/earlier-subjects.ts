// Mails that were stored before answers were found by their subject (0087_answers.sql): read once, in the background, by a job for
// each organization that the migration 0120 has queued.

import { sql } from 'kysely'
import { lockAddresses } from '#modules/contacts'
import type { JobContext } from '#platform/jobs'
import type { Tx } from '#platform/db/kysely'
import type { Tenancy } from '#platform/tenancy'
import { joinAnswers } from './answers.ts'
import { readThreadSubject } from './thread-subject.ts'

/** A transaction of some 100 ms. */
const batchSize = 200

/** Goes through all of an organization. Interrupted, it is begun again, and what is done stays done. */
export async function readEarlierSubjects({ transact }: Tenancy, { org_id }: { org_id: string }, { signal }: Pick<JobContext, 'signal'>) {
  for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after; ) {
    signal.throwIfAborted()
    const from: string = after
    after = await transact({ org_id }, (tx) => readBatch(tx, from))
  }
}

/** Returns the last one, when there may be more. */
async function readBatch(tx: Tx, after: string): Promise<string | undefined> {
  await lockAddresses(tx, 'many')
  const { rows } = await sql<{ id: string; subject: string; has_references: boolean }>`
    select i.id, subject, coalesce(headers ~* '(?:^|\\n)(?:references|in-reply-to):[^\\n]*(?:\\n[ \\t][^\\n]*)*<', false) as has_references
    from interaction i left join interaction_body body on body.org_id = i.org_id and body.interaction_id = i.id
    where i.org_id = (select current_org()) and i.id > ${after} and kind = 'mail' and thread_subject is null and subject is not null
    order by i.id limit ${batchSize}
  `.execute(tx)
  const read = rows.flatMap(({ id, subject, has_references }) => {
    const { thread_subject, is_answer } = readThreadSubject(subject)
    return thread_subject === null ? [] : [{ id, thread_subject, answers: is_answer && !has_references }]
  })
  await sql`
    update interaction i set thread_subject = given.thread_subject, answers_by_subject = given.answers
    from json_to_recordset(${JSON.stringify(read)}) as given (id uuid, thread_subject text, answers boolean)
    where i.org_id = (select current_org()) and i.id = given.id
  `.execute(tx)
  await joinAnswers(tx, read.map(({ id }) => id))
  return rows.length === batchSize ? rows.at(-1)!.id : undefined
}
