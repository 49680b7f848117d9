// The plans of the hot reads on the standard data set, each planned for its values and without knowing them:
// `npm run bench -- --plans`. What a named statement gets after five runs is the second one.

import pg from 'pg'
import { withDatabase } from './database.ts'
import { recordCalls, type Recorded } from './recording.ts'
import { takeRoomSample, type RoomSample } from './room-sample.ts'
import { takeSample, type Sample } from './sample.ts'
import { withStandardServer, type Context } from './scenario.ts'
import { withRole } from './server.ts'

/** Prints them. */
export async function showPlans(context: Context) {
  await withStandardServer(context, async (server, { folder, large }) => {
    const sample = await withRole(server, 'superuser', (db) => takeSample(db, large.id))
    const rooms = await withRole(server, 'superuser', (db) => takeRoomSample(db, large.id))
    const show = async (urls: string[], userId?: string) => {
      const recorded = await withDatabase(folder, (database) =>
        recordCalls(database, large.id, urls.map((url) => ({ method: 'GET' as const, url })), userId))
      await withRole(server, 'app', async (db) => {
        for (const [index, url] of urls.entries()) {
          for (const query of recorded[index]!) {
            console.log(`\n# ${url}\n${query.name ? `(named “${query.name}”)` : '(planned each time)'}`)
            for (const mode of ['custom', 'generic'] as const) console.log(await explain(db, { orgId: large.id, query, mode }))
          }
        }
      })
    }
    await show(hotReads(sample))
    await show(hotReadsOfRooms(rooms, sample), rooms.user_id)
  }, { RAPPORT_ROLES: 'web' })
}

function hotReads(sample: Sample): string[] {
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

/** As somebody reads them who is in every channel. */
function hotReadsOfRooms({ channel, direct, thread, tasks, label, rare_words, frequent_words, names }: RoomSample, { contacts }: Sample): string[] {
  const found = [rare_words[0]!, frequent_words[0]!, `${frequent_words[0]} ${frequent_words[5]}`, 'xqzzyw']
  return [
    '/rooms', `/rooms/${channel.id}`, '/rooms/browse', `/rooms/${channel.id}/members`, `/rooms/${direct.id}/messages`,
    ...['', `&before=${channel.middle}`, `&after=${channel.middle}`, `&around=${channel.middle_id}`, `&at=${channel.middle_at}`]
      .map((query) => `/rooms/${channel.id}/messages?limit=50${query}`),
    `/rooms/${channel.id}/pins`, `/messages/${channel.middle_id}`, `/messages/${thread}/replies`, `/messages/${thread}/following`,
    '/rooms/threads', '/rooms/threads?unread=true', '/bookmarks', '/rooms/drafts',
    ...[...found, `${frequent_words[0]} in:${names[3]} from:me`, `${rare_words[0]} has:link`].map((text) => `/rooms/search?q=${encodeURIComponent(text)}`),
    '/tasks', '/tasks?open=true&sort=due', '/tasks?open=true&sort=-priority', '/tasks?assignee=me&open=true', `/tasks?label=${label}`, '/tasks?blocked=true',
    '/tasks?due=overdue&sort=due', '/tasks?sort=status&count=exact', `/tasks?contact_id=${contacts[0]}`, ...found.map((text) => `/tasks?q=${encodeURIComponent(text)}`),
    '/tasks/board', '/tasks/calendar?from=2026-03-01&to=2026-04-11&zone=Europe/Berlin', '/tasks/my-day?zone=Europe/Berlin', `/tasks/${tasks[0]}`,
    `/tasks/${tasks[0]}/history`, '/labels', '/notifications', '/notifications?unread=true', '/notifications?state=done', '/notifications?kind=mention',
  ]
}

async function explain(
  db: pg.Client,
  { orgId, query, mode }: { orgId: string; query: Recorded; mode: 'custom' | 'generic' },
): Promise<string> {
  const values = query.values.map(literal)
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

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  return pg.escapeLiteral(Array.isArray(value) ? `{${value.map((each) => JSON.stringify(String(each))).join()}}` : String(value))
}
