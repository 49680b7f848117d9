// How contacts and companies are shown where they are found.

import { sql } from 'kysely'
import type { Searchable, SearchSource } from '#platform/search-sources'
import { photoUrl } from './queries.ts'

export const contactSearch: SearchSource = {
  kinds: ['contact'],
  async show(db, ids) {
    const { rows } = await sql<Searchable>`
      select c.id, c.name as title, nullif(concat_ws(' · ', c.title, company.name), '') as subtitle,
        nullif(concat_ws(' ', (select string_agg(address, ' ' order by position) from contact_email where org_id = c.org_id and contact_id = c.id),
          (select string_agg(phone->>'number', ' ') from jsonb_array_elements(c.phones) phone),
          (select string_agg(value #>> '{}', ' ') from jsonb_each(c.fields))), '') as text,
        ${sql.raw(photoUrl)} as photo_url, null as at, c.id as contact_id
      from contact c left join company on company.org_id = c.org_id and company.id = c.company_id
      where c.org_id = (select current_org()) and c.id = any(${ids}::uuid[]) and c.deleted_at is null
    `.execute(db)
    return rows
  },
}

export const companySearch: SearchSource = {
  kinds: ['company'],
  async show(db, ids) {
    const { rows } = await sql<Searchable>`
      select id, name as title, null as subtitle, null as text, null as photo_url, null as at, null as contact_id
      from company where org_id = (select current_org()) and id = any(${ids}::uuid[])
    `.execute(db)
    return rows
  },
}
