// Calls that a scenario makes: with values out of the data set, so that they find what they ask for.

import type pg from 'pg'
import { encodeCursor } from '#platform/pages'

export interface Sample {
  /** Twenty contacts, spread evenly. */
  contacts: string[]
  /** With the most interactions. */
  busiest: string
  /** A tag that half of the contacts have, and one that few have. */
  popular_tag: string
  rare_tag: string
  /** Companies of very different size. */
  companies: string[]
  owner: string
  /** Twenty names of contacts, and words of what was written, that few and that many have. */
  names: string[]
  rare_words: string[]
  frequent_words: string[]
  /** Cursors in the middle of the lists by name and by last interaction. */
  deep_by_name: string
  deep_by_last_interaction: string
  /** One in the middle of time with a text, and a cursor behind it. */
  interaction: string
  deep_by_time: string
}

/** `db` sees every row. */
export async function takeSample(db: pg.ClientBase, orgId: string): Promise<Sample> {
  const column = async (text: string) => (await db.query<{ value: string }>(text, [orgId])).rows.map(({ value }) => value)
  const middle = (value: string, direction: string) => `
    select ${value}::text as sort_value, id from contact where org_id = $1 order by ${value} ${direction}, id ${direction}
    offset (select count(*) / 2 from contact where org_id = $1) limit 1`
  const cursor = async (sort: string, value: string, direction: string) => {
    const { rows } = await db.query<{ sort_value: string; id: string }>(middle(value, direction), [orgId])
    return encodeCursor([sort, rows[0]!.sort_value, rows[0]!.id])
  }
  const tags = await column(`select tag.name as value from tag join contact_tag on tag_id = tag.id
    where tag.org_id = $1 group by tag.name order by count(*) desc`)
  const { rows: [inMiddle] } = await db.query<{ id: string; occurred_at: string }>(`
    select id, occurred_at::text from interaction join interaction_body body on body.org_id = $1 and interaction_id = id
    where interaction.org_id = $1 and occurred_at < '2024-07-01' order by occurred_at desc limit 1`, [orgId])
  return {
    contacts: await column(`select id as value from (
      select id, row_number() over (order by id) as n, count(*) over () as total from contact where org_id = $1
    ) c where n % (total / 20) = 0 limit 20`),
    busiest: (await column(`select contact_id as value from participant where org_id = $1 and contact_id is not null
      group by contact_id order by count(*) desc limit 1`))[0]!,
    popular_tag: tags[0]!,
    rare_tag: tags.at(-1)!,
    companies: await column(`select company_id as value from (
      select company_id, count(*) as size, row_number() over (order by count(*) desc) as place
      from contact where org_id = $1 and company_id is not null group by company_id
    ) c where place in (1, 10, 100, 1000)`),
    owner: (await column('select owner_id as value from contact where org_id = $1 and owner_id is not null limit 1'))[0]!,
    names: await column(`select name as value from (
      select name, row_number() over (order by id) as n, count(*) over () as total from contact where org_id = $1
    ) c where n % (total / 20) = 1 limit 20`),
    rare_words: await column(`select substring(subject from '[0-9]+$') as value from interaction
      where org_id = $1 and subject is not null order by id limit 20`),
    frequent_words: await column(`select word as value from (
      select distinct interaction_id, (regexp_matches(lower(text), '[a-z]{3,}', 'g'))[1] as word from (
        select interaction_id, text from interaction_body where org_id = $1 order by interaction_id limit 1000
      ) few
    ) said group by word order by count(*) desc, word limit 10`),
    deep_by_name: await cursor('name', 'sort_name', 'asc'),
    deep_by_last_interaction: await cursor('-last_interaction_at', "coalesce(last_interaction_at, '-infinity')", 'desc'),
    interaction: inMiddle!.id,
    deep_by_time: encodeCursor([inMiddle!.occurred_at, inMiddle!.id]),
  }
}
