// Which contacts are meant: by the simple parameters of a list, by its filter and by its search.

import { sql } from 'kysely'
import { invalid } from '#platform/errors'
import type { Db } from '#platform/db/kysely'
import { Values } from '#platform/db/values'
import type { Field } from '../fields/contract.ts'
import { findFields } from '../fields/queries.ts'
import { fold } from '../fields/resolving.ts'
import type { Compiled } from './comparisons.ts'
import { compileCondition, type Compiling } from './conditions.ts'
import type { Condition, ContactFilter } from './filter.ts'
import { searchWords, type Pattern, type Searched } from './search.ts'

export interface Selection {
  q?: string
  filter?: ContactFilter
  email?: string
  tag?: string
  company_id?: string
  owner_id?: string
  deleted: boolean
  /** Only these. */
  contact_ids?: string[]
  /** But for these. */
  except?: string[]
}

export interface CompiledSelection {
  values: Values
  fields: Field[]
  /** All of them hold of a contact `c`, beside `searched`. */
  conditions: string[]
  /** What `q` asks for; its patterns say the same. */
  searched: Searched[]
  /** What is implied by conditions, for find_contacts. */
  patterns: Pattern[]
}

/**
 * Compiles a selection for an organization, which is $1. Values are written into a plan that is made for them: the best one depends on how
 * many contacts they let through, and current_org() is nothing that the planner can look into (200,000 contacts, half
 * of them with a tag, a page in the middle: 300 ms instead of 0.5). Throws invalid.
 */
export async function compileSelection(db: Db, orgId: string, selection: Selection, usesFields = false): Promise<CompiledSelection> {
  const { q, filter = [], deleted, contact_ids, except = [] } = selection
  const given = [...simpleConditions(selection), ...filter]
  const single = given.flatMap((each) => ('any' in each ? each.any : [each]))
  const fields = usesFields || single.some(({ field }) => field.startsWith('fields.')) ? await findFields(db) : []
  const values = new Values(orgId)
  const compiling: Compiling = { values, fields, tags: await findTagIds(db, single) }
  const compiled = given.map((each) => ('any' in each ? oneOf(each.any.map((one) => compileCondition(one, compiling))) : compileCondition(each, compiling)))
  const searched = q === undefined || q.trim() === '' ? [] : searchWords(q, values)
  return {
    values,
    fields,
    conditions: [
      'c.org_id = $1',
      `c.deleted_at is ${deleted ? 'not ' : ''}null`,
      ...(contact_ids ? [`c.id = any (${values.add(contact_ids)}::uuid[])`] : []),
      ...(except.length > 0 ? [`c.id <> all (${values.add(except)}::uuid[])`] : []),
      ...compiled.map(({ condition }) => condition),
    ],
    searched,
    patterns: compiled.flatMap(({ pattern }) => pattern ?? []),
  }
}

/** How a selection is written where all of it is wanted, and not a page: `from` and `where` of a contact `c`. */
export function wholeSelection({ values, conditions, searched }: CompiledSelection): string {
  const found = searched.length === 0 ? [] : [
    // As a query of its own: once, whatever the plan is.
    `c.id = any ((select find_contacts(${values.add(JSON.stringify(searched.map(({ pattern }) => pattern)))}::jsonb, 2147483646))::uuid[])`,
  ]
  return `from contact c where ${[...conditions, ...found].join(' and ')}`
}

function simpleConditions({ email, tag, company_id, owner_id }: Selection): Condition[] {
  if (tag?.trim() === '' || email?.trim() === '') throw invalid('A tag or an address to look for is not empty.')
  return Object.entries({ email, tag, company_id, owner_id }).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field, op: 'is' as const, value }])
}

function oneOf(compiled: Compiled[]): Compiled {
  return { condition: `(${compiled.map(({ condition }) => condition).join(' or ')})` }
}

async function findTagIds(db: Db, conditions: Condition[]): Promise<Map<string, string>> {
  const names = conditions.flatMap(({ field, value }) => (field === 'tag' && value !== undefined ? [value].flat().map((name) => fold(String(name))) : []))
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ name: string; id: string }>`
    with given as materialized (select name, lower(name) as match_name from unnest(${names}::text[]) as given (name))
    select given.name, tag.id from tag join given using (match_name)
    where org_id = (select current_org()) and match_name = any (array(select match_name from given))
  `.execute(db)
  return new Map(rows.map(({ name, id }) => [name, id]))
}
