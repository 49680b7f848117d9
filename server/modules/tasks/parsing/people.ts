// Who is meant by @ and ^: members, contacts and companies whose names have the words, each of which may be the beginning of one.

import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Candidate } from './contract.ts'
import type { Mark, Span } from './marks.ts'

export interface Meant extends Span {
  kind: 'assignee' | 'about'
  /** The likeliest first; whoever has exactly this name is alone. */
  candidates: Candidate[]
}

const most = 8

/** More than a line is about; each is looked for among all. */
const mostMeant = 20

/** Each with as many words of the text as some name has. Without candidates where nobody has them. */
export async function findMeant(db: Db, actor: Actor, marks: Mark[]): Promise<Meant[]> {
  const meant: Meant[] = []
  const members = marks.some(({ kind }) => kind === 'assignee') ? await listMembers(db) : []
  for (const mark of marks) {
    if (meant.length === mostMeant) break
    if (mark.kind === 'assignee') meant.push(choose(mark, (name) => findMembers(members, actor, name)))
    if (mark.kind === 'about') meant.push(await chooseAbout(db, mark))
  }
  return meant
}

type Naming = Extract<Mark, { kind: 'assignee' | 'about' }>

function choose(mark: Naming, find: (name: string) => Candidate[]): Meant {
  for (const { name, to } of mark.names) {
    const candidates = find(name)
    if (candidates.length > 0) return { from: mark.from, to, kind: mark.kind, candidates }
  }
  return { from: mark.from, to: mark.to, kind: mark.kind, candidates: [] }
}

/** All lengths in one query; the longest that finds somebody counts. */
async function chooseAbout(db: Db, mark: Naming): Promise<Meant> {
  const { rows } = await sql<Candidate & { asked: string }>`
    select asked, found.kind, found.id, coalesce(contact.name, company.name) as name
    from unnest(${mark.names.map(({ name }) => name)}::text[]) as asked
      cross join lateral search_entries(asked, '{contact,company}', ${most}) with ordinality as found (kind, id, found_by, guessed, place)
      left join contact on found.kind = 'contact' and contact.org_id = (select current_org()) and contact.id = found.id and contact.deleted_at is null
      left join company on found.kind = 'company' and company.org_id = (select current_org()) and company.id = found.id
    where not guessed and coalesce(contact.name, company.name) is not null
    order by found.place
  `.execute(db)
  return choose(mark, (asked) => alone(rows.filter((row) => row.asked === asked && hasWords(row.name, asked)).map(({ kind, id, name }) => ({ kind, id, name })), asked))
}

interface Member {
  id: string
  name: string
  email: string
}

async function listMembers(db: Db): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select "user".id, "user".name, "user".email from member join "user" on "user".id = member.user_id
    where org_id = (select current_org()) order by lower("user".name), "user".id
  `.execute(db)
  return rows
}

function findMembers(members: Member[], actor: Actor, asked: string): Candidate[] {
  const isMe = asked.toLowerCase() === 'me' || asked.toLowerCase() === 'mich'
  const found = members.filter(({ id, name, email }) => (isMe ? id === actor.id : hasWords(name, asked) || fold(email).split('@')[0]!.startsWith(fold(asked))))
  return alone(found.slice(0, most).map(({ id, name }) => ({ kind: 'member' as const, id, name })), asked)
}

function alone(candidates: Candidate[], asked: string): Candidate[] {
  const exact = candidates.filter(({ name }) => fold(name) === fold(asked))
  return exact.length === 1 ? exact : candidates
}

/** Whether each word is the beginning of one of the name. */
function hasWords(name: string, asked: string): boolean {
  const words = fold(name).split(/[^\p{L}\p{N}]+/u)
  return fold(asked).split(/[^\p{L}\p{N}]+/u).filter(Boolean).every((one) => words.some((word) => word.startsWith(one)))
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
