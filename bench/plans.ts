// The plans of the hot reads on the standard data set, each planned for its values and without knowing them:
// `npm run bench -- --plans`. What a named statement gets after five runs is the second one.

import pg from 'pg'
import { withDatabase } from './database.ts'
import { recordCalls, type Recorded } from './recording.ts'
import { takeSample, type Sample } from './sample.ts'
import { withStandardServer, type Context } from './scenario.ts'
import { withRole } from './server.ts'

/** Prints them. */
export async function showPlans(context: Context) {
  await withStandardServer(context, async (server, { folder, large }) => {
    const sample = await withRole(server, 'superuser', (db) => takeSample(db, large.id))
    const urls = hotReads(sample)
    const recorded = await withDatabase(folder, (database) =>
      recordCalls(database, large.id, urls.map((url) => ({ method: 'GET' as const, url }))))
    await withRole(server, 'app', async (db) => {
      for (const [index, url] of urls.entries()) {
        for (const query of recorded[index]!) {
          console.log(`\n# ${url}\n${query.name ? `(named “${query.name}”)` : '(planned each time)'}`)
          for (const mode of ['custom', 'generic'] as const) console.log(await explain(db, { orgId: large.id, query, mode }))
        }
      }
    })
  }, { RAPPORT_ROLES: 'web' })
}

export function hotReads(sample: Sample): string[] {
  return [
    '/contacts', `/contacts?cursor=${sample.deep_by_name}`,
    '/contacts?sort=-last_interaction_at', `/contacts?sort=-last_interaction_at&cursor=${sample.deep_by_last_interaction}`,
    '/contacts?sort=-created_at', '/contacts?sort=-updated_at',
    `/contacts?tag=${sample.popular_tag}`, `/contacts?tag=${sample.rare_tag}`,
    `/contacts?tag=${sample.popular_tag}&cursor=${sample.deep_by_name}`,
    ...sample.companies.map((id) => `/contacts?company_id=${id}`),
    `/contacts?owner_id=${sample.owner}`,
    `/contacts/${sample.contacts[0]}`,
    ...[`/contacts/${sample.busiest}/timeline`, `/contacts/${sample.contacts[5]}/timeline`,
      `/companies/${sample.companies[0]}/timeline`, '/interactions'].flatMap((path) => [
      path, `${path}?cursor=${sample.deep_by_time}`, `${path}?kind=note`, `${path}?kind=note&kind=call&has_attachments=true`,
    ]),
    `/contacts/${sample.busiest}/timeline/counts`, `/companies/${sample.companies[0]}/timeline/counts`, '/interactions/counts',
    `/interactions/${sample.interaction}`,
    '/me', '/operations', '/events', '/events?after=now',
  ]
}

async function explain(
  db: pg.Client,
  { orgId, query, mode }: { orgId: string; query: Recorded; mode: 'custom' | 'generic' },
): Promise<string> {
  const values = query.values.map((value) => (value === null ? 'null' : pg.escapeLiteral(String(value))))
  await db.query(`begin; set local rapport.org_id = '${orgId}'; set local plan_cache_mode = force_${mode}_plan`)
  try {
    await db.query(`prepare looked_at as ${query.sql}`)
    const execute = `explain (analyze, buffers) execute looked_at${values.length > 0 ? `(${values.join(', ')})` : ''}`
    // Once more, so that what is shown was read from memory.
    await db.query(execute)
    const { rows } = await db.query<{ 'QUERY PLAN': string }>(execute)
    return `-- ${mode}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`
  } finally {
    await db.query('rollback; deallocate all')
  }
}
