import pg from 'pg'
import { readConfig } from '#platform/config'
import { addressOf, as } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'
import { readFileSync } from 'node:fs'
const folder = '/tmp/scr'
const org = JSON.parse(readFileSync(folder + '/organizations.json', 'utf8')).large.id
const url = (await findEmbedded(folder))!
const app = new pg.Client({ ...as(await addressOf(readConfig({ RAPPORT_DATA: folder }), url), 'app'), pipeline: true } as never); await app.connect()
const O = 'org_id = current_org()'
const json = (tags: string, emails: string, company: string) => `json_build_object(
  'id', c.id, 'name', c.name, 'given_name', c.given_name, 'family_name', c.family_name,
  'emails', ${emails}, 'phones', c.phones, 'company', ${company},
  'title', c.title, 'tags', ${tags},
  'owner_id', c.owner_id, 'fields', c.fields, 'photo_url', null,
  'last_interaction_at', c.last_interaction_at, 'created_at', c.created_at, 'updated_at', c.updated_at)`
const emailsSub = (org: string) => `coalesce((
    select json_agg(json_build_object('address', address, 'label', label, 'primary', position = 0) order by position)
    from contact_email where org_id = ${org} and contact_id = c.id), '[]')`
const companySub = (org: string) => `(select json_build_object('id', id, 'name', name) from company where org_id = ${org} and id = c.company_id)`
const tagsSub = (org: string) => `coalesce((
    select json_agg(tag.name order by tag.match_name) from contact_tag join tag on tag.org_id = ${org} and tag.id = tag_id
    where contact_tag.org_id = ${org} and contact_id = c.id), '[]')`
const listed = `listed as materialized (
      select *, sort_name as sort_value, row_number() over (order by sort_name, id) as place
      from contact where ${O} order by sort_name, id limit $1::int + 1)`
const tail = (j: string, from = 'listed c') => `select count(*)::int as rows,
      json_agg(${j} order by place) filter (where place <= $1)::text as data,
      max(sort_value::text) filter (where place = $1) as last_value,
      max(id::text) filter (where place = $1) as last_id from ${from}`
const variants: Record<string, string> = {
  'select-policy text (now)': `with ${listed.replace(O, 'org_id = (select current_org())')} ${tail(json(tagsSub('c.org_id'), emailsSub('c.org_id'), companySub('c.org_id')))}`,
  'plain current_org in listed': `with ${listed} ${tail(json(tagsSub('c.org_id'), emailsSub('c.org_id'), companySub('c.org_id')))}`,
  'plain current_org everywhere': `with ${listed} ${tail(json(tagsSub('current_org()'), emailsSub('current_org()'), companySub('current_org()')))}`,
  'no json at all': `with ${listed} select count(*)::int as rows, max(sort_value::text), max(id::text) from listed c`,
  'json, no subselects': `with ${listed} ${tail(json("'[]'::json", "'[]'::json", 'null'))}`,
  'json + emails': `with ${listed} ${tail(json("'[]'::json", emailsSub('c.org_id'), 'null'))}`,
  'json + company': `with ${listed} ${tail(json("'[]'::json", "'[]'::json", companySub('c.org_id')))}`,
  'json + tags': `with ${listed} ${tail(json(tagsSub('c.org_id'), "'[]'::json", 'null'))}`,
  'company joined': `with ${listed} ${tail(json(tagsSub('c.org_id'), emailsSub('c.org_id'), "case when company.id is not null then json_build_object('id', company.id, 'name', company.name) end").replaceAll('', ''), 'listed c left join company on company.org_id = c.org_id and company.id = c.company_id').replace('max(id::text)', 'max(c.id::text)')}`,
  'tags array of ids from tiny hash': `with ${listed}, names as materialized (select id, name, match_name from tag where ${O})
     ${tail(json(`coalesce((select json_agg(names.name order by names.match_name) from contact_tag join names on names.id = tag_id where contact_tag.org_id = c.org_id and contact_id = c.id), '[]')`, emailsSub('c.org_id'), companySub('c.org_id')))}`,
  'grouped joins': `with ${listed}, mails as (select contact_id, json_agg(json_build_object('address', address, 'label', label, 'primary', position = 0) order by position) as emails
        from contact_email where ${O} and contact_id in (select id from listed) group by contact_id),
      tagged as (select contact_id, json_agg(tag.name order by tag.match_name) as tags from contact_tag join tag on tag.org_id = contact_tag.org_id and tag.id = tag_id where contact_tag.${O} and contact_id in (select id from listed) group by contact_id)
     ${tail(json(`coalesce(tags, '[]')`, `coalesce(emails, '[]')`, companySub('c.org_id')), 'listed c left join mails on mails.contact_id = c.id left join tagged on tagged.contact_id = c.id').replace('max(id::text)', 'max(c.id::text)')}`,
  'rows for JS': `with ${listed} select c.id, c.name, given_name, family_name, phones, title, owner_id, fields, last_interaction_at, c.created_at, updated_at, sort_value,
      (select array_agg(array[address, label] order by position) from contact_email where org_id = c.org_id and contact_id = c.id) as emails,
      company.id as company_id, company.name as company_name,
      (select array_agg(tag.name order by tag.match_name) from contact_tag join tag on tag.org_id = c.org_id and tag.id = tag_id where contact_tag.org_id = c.org_id and contact_id = c.id) as tags
      from listed c left join company on company.org_id = c.org_id and company.id = c.company_id order by place`,
  'row_to_json': `with ${listed} select count(*)::int as rows, json_agg(row_to_json(r) order by place) filter (where place <= $1)::text as data from (
      select c.id, c.name, given_name, family_name, ${emailsSub('c.org_id')} as emails, phones, ${companySub('c.org_id')} as company, title, ${tagsSub('c.org_id')} as tags, owner_id, fields, last_interaction_at, created_at, updated_at, place from listed c) r`,
  'lines': `with ${listed} select ${json(tagsSub('c.org_id'), emailsSub('c.org_id'), companySub('c.org_id'))}::text as item, sort_value, id from listed c order by place`,
}
const only = process.argv[2]
const times: Record<string, number[]> = {}
for (let round = 0; round < 12; round++) for (const [name, text] of Object.entries(variants)) {
  if (only && !name.includes(only)) continue
  const once = async () => {
    void app.query(`begin read only; set local rapport.org_id = '${org}'`)
    const r = app.query({ text, values: [50], name: name.slice(0, 60) })
    const c = app.query('commit')
    const x = await r; await c; return x
  }
  for (let i = 0; i < 10; i++) await once()
  for (let i = 0; i < 60; i++) { const t = performance.now(); await once(); (times[name] ??= []).push(performance.now() - t) }
}
for (const [name, t] of Object.entries(times)) { t.sort((a, b) => a - b); console.log(name.padEnd(40), 'p25', t[t.length >> 2]!.toFixed(3), 'median', t[t.length >> 1]!.toFixed(3)) }
await app.end()
