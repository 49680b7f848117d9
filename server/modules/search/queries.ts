import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { Searchable, SearchSource } from '#platform/search-sources'
import type { Hit, SearchQuery, SearchResult } from './contract.ts'
import { cutExcerpt, findMarks } from './marks.ts'

interface Found {
  kind: string
  id: string
  found_by: string[]
}

/** What has these words, grouped by kind. */
export async function search(db: Db, sources: readonly SearchSource[], { q, kind, limit }: SearchQuery): Promise<SearchResult> {
  const kinds = sources.flatMap((source) => source.kinds).filter((each) => !kind || kind.includes(each))
  const { rows } = await sql<Found>`
    select kind, id, found_by from search_entries(${q}, ${kinds}::text[], ${limit + 1})
  `.execute(db)
  const byKind = Map.groupBy(rows, (row) => row.kind)
  const words = rows[0]?.found_by ?? []
  const showing = sources.map((source) => {
    const ids = source.kinds.flatMap((each) => byKind.get(each)?.slice(0, limit).map(({ id }) => id) ?? [])
    return ids.length > 0 ? source.show(db, ids) : []
  })
  const [normal, ...items] = await Promise.all([normalize(db, q), ...showing])
  const shown = new Map(items.flat().map((item) => [item.id, item]))
  const groups = kinds.flatMap((each) => {
    const found = byKind.get(each) ?? []
    const data = found.slice(0, limit).flatMap(({ id }) => toHit(shown.get(id), words))
    return data.length > 0 ? [{ kind: each, data, has_more: found.length > limit }] : []
  })
  const asked = new Set(normal.split(' '))
  return { groups, meant: words.some((word) => !asked.has(word)) ? words : null }
}

async function normalize(db: Db, text: string): Promise<string> {
  const { rows } = await sql<{ text: string }>`select trim(search_text(${text})) as text`.execute(db)
  return rows[0]!.text
}

/** Nothing for what has gone in between. */
function toHit(item: Searchable | undefined, words: string[]): Hit[] {
  if (!item) return []
  const { text, ...rest } = item
  const excerpt = text === null ? null : cutExcerpt(text, words)
  return [{ ...rest, title_marks: findMarks(item.title, words), excerpt, excerpt_marks: excerpt === null ? [] : findMarks(excerpt, words) }]
}
