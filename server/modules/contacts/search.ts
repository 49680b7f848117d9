// How contacts and companies are shown where they are found.

import { prepare } from '#platform/db/kysely'
import type { Searchable, SearchSource } from '#platform/search-sources'
import { photoUrl } from './queries.ts'

const showContacts = prepare<[ids: string[]], Searchable>(
  'search.show contacts',
  `select c.id, c.name as title, nullif(concat_ws(' · ', c.title, company.name), '') as subtitle,
    nullif(concat_ws(' ', (select string_agg(address, ' ' order by position) from contact_email where org_id = c.org_id and contact_id = c.id),
      (select string_agg(phone->>'number', ' ') from jsonb_array_elements(c.phones) phone),
      (select string_agg(value #>> '{}', ' ') from jsonb_each(c.fields))), '') as text,
    ${photoUrl} as photo_url, null as at, c.id as contact_id
  from contact c left join company on company.org_id = c.org_id and company.id = c.company_id
  where c.org_id = (select current_org()) and c.id = any($1::uuid[]) and c.deleted_at is null`,
)

export const contactSearch: SearchSource = { kinds: ['contact'], show: showContacts }

const showCompanies = prepare<[ids: string[]], Searchable>(
  'search.show companies',
  `select id, name as title, null as subtitle, null as text, null as photo_url, null as at, null as contact_id
  from company where org_id = (select current_org()) and id = any($1::uuid[])`,
)

export const companySearch: SearchSource = { kinds: ['company'], show: showCompanies }
