// Messages by their words and by what else is known of them; what is sought stands in the address.

import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { SearchX, TextSearch } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { api, body } from '@/api/client.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { FilterBox } from '@/ui/filter-box.tsx'
import { Marked } from '@/ui/marked.tsx'
import { Empty } from '@/ui/states.tsx'
import { MessageCard } from './message-card.tsx'
import { Listed, listingOf, RoomsPage } from './rooms-page.tsx'

function messagesLike(q: string) {
  return infiniteQueryOptions({
    queryKey: ['messages-found', q],
    queryFn: ({ pageParam, signal }) => body(api.GET('/rooms/search', { params: { query: { q, limit: 30, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    // A filter that means nothing means nothing the second time.
    retry: false,
    staleTime: 0,
  })
}

/** Those that need nothing more said. */
const filters = ['from:me', 'has:file', 'has:image', 'has:link', 'has:pin', 'has:thread'] as const

export function MessageSearch() {
  const { message_search: m } = useMessages()
  const navigate = useNavigate()
  const { q = '' } = useSearch({ from: '/shell/rooms/search' })
  const box = useRef<HTMLInputElement>(null)
  const found = useInfiniteQuery({ ...messagesLike(q), enabled: q !== '' })
  const seek = (text: string) => void navigate({ to: '/rooms/search', search: { q: text || undefined }, replace: true })
  useKeys({ '/': () => box.current?.focus() })
  useEffect(() => {
    if (q === '') box.current?.focus()
    // Only where one comes to it without words.
  }, [])
  return (
    <RoomsPage title={m.title}>
      <div className="grid shrink-0 gap-2 border-b px-3 py-3 md:px-5">
        <div className="flex max-w-4xl [&>label]:max-w-none!">
          <FilterBox ref={box} label={m.placeholder} value={q} onChange={seek} />
        </div>
        <div className="flex flex-wrap items-center gap-1.5" role="group" aria-label={m.filters}>
          {filters.map((filter) => (
            <FilterSwitch key={filter} filter={filter} q={q} onChange={seek} />
          ))}
          <span className="text-xs text-ink-faint">{m.more_filters}</span>
        </div>
      </div>
      {q === '' ? (
        <Empty icon={<TextSearch size={20} />} title={m.begin}>
          {m.begin_hint}
        </Empty>
      ) : (
        <Listed list={listingOf(found)} idOf={({ message }) => message.id} empty={<Empty icon={<SearchX size={20} />} title={m.nothing}>{m.nothing_hint}</Empty>}>
          {({ message, excerpt, excerpt_marks }) => (
            <MessageCard message={message}>
              <Marked text={excerpt} marks={excerpt_marks} />
            </MessageCard>
          )}
        </Listed>
      )}
    </RoomsPage>
  )
}

function FilterSwitch({ filter, q, onChange }: { filter: (typeof filters)[number]; q: string; onChange(q: string): void }) {
  const { message_search: m } = useMessages()
  const words = q.split(/\s+/).filter(Boolean)
  const isOn = words.includes(filter)
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title={filter}
      className={classes('h-6 rounded-full px-2.5 pointer-coarse:h-8 text-xs font-medium ring-1 ring-inset', isOn ? 'bg-accent-soft text-accent-strong ring-accent/50' : 'text-ink-soft ring-line-strong hover:bg-hover hover:text-ink')}
      onClick={() => onChange((isOn ? words.filter((word) => word !== filter) : [...words, filter]).join(' '))}
    >
      {m.filter[filter]}
    </button>
  )
}
