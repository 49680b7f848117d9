import pg from 'pg'
import { readConfig } from '#platform/config'
import { addressOf, as } from '#platform/db/database'
import { connectionOptions } from '#platform/db/connect'
import { findEmbedded } from '#platform/db/embedded'
import { withDatabase } from './database.ts'
import { recordCalls } from './recording.ts'
import { takeSample } from './sample.ts'
import { hotReads } from './plans.ts'
import { readFileSync } from 'node:fs'
const folder = '/tmp/scr'
const org = JSON.parse(readFileSync(folder + '/organizations.json', 'utf8')).large.id
const url = (await findEmbedded(folder))!
const su = new pg.Client(connectionOptions(url)); await su.connect()
const app = new pg.Client(as(await addressOf(readConfig({ RAPPORT_DATA: folder }), url), 'app')); await app.connect()
const sample = await takeSample(su, org)
const urls = [...hotReads(sample), `/contacts?owner_id=${sample.owner}&cursor=${sample.deep_by_name}`, `/contacts?sort=-last_interaction_at&tag=customer&cursor=${sample.deep_by_last_interaction}`]
const recorded = await withDatabase(folder, (d) => recordCalls(d, org, urls.map((url) => ({ method: 'GET' as const, url }))))
const orgText = process.argv[2] === 'plain' ? (t: string) => t.replaceAll('(select current_org())', 'current_org()') : (t: string) => t
if (process.argv[3]) await su.query(readFileSync(process.argv[3], 'utf8'))
for (const [i, u] of urls.entries()) for (const q of recorded[i]!) {
  if (/^\s*select id from tag/.test(q.sql)) continue
  const values = q.values.map((v) => (v === null ? 'null' : pg.escapeLiteral(String(v))))
  const out: string[] = []
  for (const mode of ['custom', 'generic']) {
    await app.query(`begin; set local rapport.org_id = '${org}'; set local plan_cache_mode = force_${mode}_plan`)
    await app.query(`prepare x as ${orgText(q.sql)}`)
    let best = Infinity, plan = ''
    for (let n = 0; n < 4; n++) {
      const { rows } = await app.query(`explain (analyze, buffers off, timing off) execute x${values.length ? `(${values.join(',')})` : ''}`)
      const text = rows.map((r: any) => r['QUERY PLAN']).join('\n')
      const t = Number(/Execution Time: ([\d.]+)/.exec(text)![1]), p = Number(/Planning Time: ([\d.]+)/.exec(text)![1])
      if (t + p < best) { best = t + p; plan = text; out[mode === 'custom' ? 0 : 1] = `${mode} ${p.toFixed(2)}+${t.toFixed(2)}` }
    }
    if (process.argv[4] && u.includes(process.argv[4])) console.log(plan)
    await app.query('rollback'); await app.query('deallocate all')
  }
  console.log(u.slice(0, 60).padEnd(62), q.name ? 'named ' : '      ', out.join('   '))
}
await su.end(); await app.end()
