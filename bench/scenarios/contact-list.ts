import { freePort } from '#test/ports'
import { withDatabase } from '../database.ts'
import { compare } from '../load.ts'
import { startProgram } from '../processes.ts'
import type { BareServerOptions } from '../programs/bare-server.ts'
import { recordCalls, withoutTenancy } from '../recording.ts'
import { takeSample, type Sample } from '../sample.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole } from '../server.ts'

export const contactList: Scenario = {
  row: 4,
  name: 'contact-list',
  about:
    'Lists of 50 of 200,000 contacts with tags and company, 8 callers. Baseline: bare Fastify and pg with the same SQL, ' +
    'as the role that owns the tables: no authentication, no tenancy, no row-level security.',
  run,
}

const callers = 8

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { folder, large }) => {
    const lists = variants(await withRole(server, 'superuser', (db) => takeSample(db, large.id)))
    const urls = [...lists.values()].flat()
    const recorded = await withDatabase(folder, (database) =>
      recordCalls(database, large.id, urls.map((url) => ({ method: 'GET' as const, url }))))
    const connection = await server.connection('owner')
    const calls = recorded.map((queries) => queries.map((query) => withoutTenancy(query, large.id)))
    const port = await freePort()
    const options: BareServerOptions = { port, connection, calls }
    const bare = await startProgram('bare-server', options)

    const figures: Figure[] = []
    for (const [name, paths] of lists) {
      const shared = { callers, seconds: context.seconds }
      const found = await compare(
        { ...shared, url: server.url, key: large.key, requests: paths.map((path) => ({ path: `/api/v1${path}` })) },
        { ...shared, url: `http://127.0.0.1:${port}`, requests: paths.map((path) => ({ path: `/${urls.indexOf(path)}` })) },
      )
      figures.push(
        { name: `${name}: p99`, value: found.ours.p99, unit: 'ms', required: { most: 100 }, goal: { most: 15 }, note: `p50 ${found.ours.p50.toFixed(1)}` },
        { name: `${name}: throughput`, value: found.ours.per_second, unit: 'req/s', baseline: { value: found.baseline.per_second, ratio: { least: 0.6 } } },
      )
    }
    await bare.stop()
    return figures
  }, { RAPPORT_ROLES: 'web' })
}

function variants(sample: Sample): Map<string, string[]> {
  return new Map([
    ['by name, first page', ['/contacts']],
    ['by name, in the middle', [`/contacts?cursor=${sample.deep_by_name}`]],
    ['by last interaction, first page', ['/contacts?sort=-last_interaction_at']],
    ['by last interaction, in the middle', [`/contacts?sort=-last_interaction_at&cursor=${sample.deep_by_last_interaction}`]],
    ['a popular tag', [`/contacts?tag=${sample.popular_tag}`]],
    ['a popular tag, in the middle', [`/contacts?tag=${sample.popular_tag}&cursor=${sample.deep_by_name}`]],
    ['a rare tag', [`/contacts?tag=${sample.rare_tag}`]],
    ['companies of four sizes', sample.companies.map((id) => `/contacts?company_id=${id}`)],
    ['an owner', [`/contacts?owner_id=${sample.owner}`]],
  ])
}
