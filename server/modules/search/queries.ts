import { prepare, type Db } from '#platform/db/kysely'
import type { FindingSource, IndexedSource, Searchable, SearchSource } from '#platform/search-sources'
import type { Actor } from '#platform/tenancy'
import { hasFilters, readQuery, splitWords } from './asked.ts'
import type { Hit, SearchQuery, SearchResult } from './contract.ts'
import { cutExcerpt, findMarks } from './marks.ts'

interface Found {
  kind: string
  id: string
  found_by: string[]
  /** Whether it was found by other words than those that were given. */
  guessed: boolean
}

const findEntries = prepare<[text: string, kinds: string[], most: number], Found>(
  'search.find',
  'select kind, id, found_by, guessed from search_entries($1, $2::text[], $3)',
)

type Group = SearchResult['groups'][number]

/** What has these words, grouped by kind: of what this actor sees. With filters only what knows them. */
export async function search(db: Db, actor: Actor, sources: readonly SearchSource[], { q, kind, limit }: SearchQuery): Promise<SearchResult> {
  const finding = sources.filter((source) => 'find' in source).filter(({ kinds: [each] }) => !kind || kind.includes(each))
  const asked = readQuery(q)
  const reads = actor.role !== 'guest' && !hasFilters(asked)
  const indexed = reads ? sources.filter((source) => 'show' in source) : []
  const [found, ...others] = await Promise.all([
    searchIndex(db, indexed, { q, kind, limit }),
    ...finding.map((source) => askSource(db, actor, source, { q, words: splitWords(asked.words), limit })),
  ])
  return { groups: [...found.groups, ...others.filter(({ data }) => data.length > 0)], meant: found.meant }
}

async function askSource(db: Db, actor: Actor, { kinds: [kind], find }: FindingSource, { q, words, limit }: { q: string; words: string[]; limit: number }): Promise<Group> {
  const items = await find(db, actor, { q, limit: limit + 1 })
  return { kind, data: items.slice(0, limit).flatMap((item) => toHit(item, words)), has_more: items.length > limit }
}

async function searchIndex(db: Db, sources: readonly IndexedSource[], { q, kind, limit }: SearchQuery): Promise<SearchResult> {
  const kinds = sources.flatMap((source) => source.kinds).filter((each) => !kind || kind.includes(each))
  if (kinds.length === 0) return { groups: [], meant: null }
  const rows = await findEntries(db, q, kinds, limit + 1)
  const { found_by: words, guessed } = rows[0] ?? { found_by: [], guessed: false }
  const byKind = Map.groupBy(rows, (row) => row.kind)
  const showing = sources.map((source) => {
    const ids = source.kinds.flatMap((each) => byKind.get(each)?.slice(0, limit).map(({ id }) => id) ?? [])
    return ids.length > 0 ? source.show(db, ids) : []
  })
  const shown = new Map((await Promise.all(showing)).flat().map((item) => [item.id, item]))
  const groups = kinds.flatMap((each) => {
    const found = byKind.get(each) ?? []
    const data = found.slice(0, limit).flatMap(({ id }) => toHit(shown.get(id), words))
    return data.length > 0 ? [{ kind: each, data, has_more: found.length > limit }] : []
  })
  return { groups, meant: guessed ? words : null }
}

/** Nothing for what has gone in between. */
function toHit(item: Searchable | undefined, words: string[]): Hit[] {
  if (!item) return []
  const { text, room_id = null, thread_id = null, ...rest } = item
  const excerpt = text === null ? null : cutExcerpt(text, words)
  return [{ ...rest, room_id, thread_id, title_marks: findMarks(item.title, words), excerpt, excerpt_marks: excerpt === null ? [] : findMarks(excerpt, words) }]
}
