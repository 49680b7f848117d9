// What the search has found, by kind, with the words that were searched for marked; and what was looked at lately.

import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { CalendarDays, ListTodo, Mail, MessageSquare, NotebookPen, Phone } from 'lucide-react'
import { useEffect, useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { personQuery } from '@/features/people/people-queries.ts'
import { companyQuery } from '@/features/people/references.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Marked } from '@/ui/marked.tsx'
import { Group, Item } from './palette-items.tsx'
import { useRecent } from './recent.ts'

type Hit = Schemas['SearchResult']['groups'][number]['data'][number]

interface Props {
  then(action: () => void): () => void
}

function searchFor(q: string) {
  return queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => body(api.GET('/search', { params: { query: { q, limit: 5 } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
}

/** What is found for what has been written for a moment; `searching` as long as it is not known. */
export function useSearchEverything(q: string) {
  const settled = useSettled(q)
  const { data, error, isFetching } = useQuery({ ...searchFor(settled), enabled: settled !== '' })
  return { data: q === '' ? undefined : data, error, searching: q !== '' && (settled !== q || isFetching) }
}

export function Found({ result, then }: { result: Schemas['SearchResult'] | undefined } & Props) {
  const m = useMessages()
  const open = useOpen()
  const kinds: Record<string, string> = m.palette.kinds
  return (
    <>
      {result?.meant && <p className="px-2.5 pt-2 text-xs text-ink-faint">{m.palette.meant(result.meant.join(' '))}</p>}
      {result?.groups.map(({ kind, data: hits }) => (
        <Group key={kind} heading={kinds[kind] ?? kind}>
          {hits.map((hit) => (
            <FoundItem key={hit.id} kind={kind} hit={hit} onSelect={then(() => open(kind, hit))} />
          ))}
        </Group>
      ))}
    </>
  )
}

function FoundItem({ kind, hit, onSelect }: { kind: string; hit: Hit; onSelect(): void }) {
  const { ago } = useFormats()
  const { id, title, title_marks, subtitle, excerpt, excerpt_marks, photo_url, at } = hit
  const detail = excerpt ? <Marked text={excerpt} marks={excerpt_marks} /> : undefined
  return (
    <Item value={`${kind} ${id}`} icon={<HitIcon kind={kind} name={title} photo={photo_url} />} detail={detail} end={subtitle ?? (at && kind !== 'contact' ? ago(at) : undefined)} onSelect={onSelect}>
      <Marked text={title} marks={title_marks} />
    </Item>
  )
}

export function Recent({ then }: Props) {
  const m = useMessages()
  const open = useOpen()
  const visited = useRecent()
  const found = useQueries({ queries: visited.map(({ kind, id }) => ({ ...(kind === 'contact' ? personQuery(id) : companyQuery(id)), retry: false }) as ReturnType<typeof companyQuery>) })
  const known = visited.flatMap((each, place) => (found[place]?.data ? [{ ...each, name: found[place].data.name }] : []))
  if (known.length === 0) return null
  return (
    <Group heading={m.palette.recent}>
      {known.map(({ kind, id, name }) => (
        <Item key={id} value={`recent ${id}`} icon={<HitIcon kind={kind} name={name} photo={null} />} onSelect={then(() => open(kind, { id }))}>
          {name}
        </Item>
      ))}
    </Group>
  )
}

/** Leads to what was found; what passed with somebody is shown on their page, and what was said in its room. */
function useOpen() {
  const navigate = useNavigate()
  return (kind: string, { id, contact_id, room_id, thread_id }: Pick<Hit, 'id'> & Partial<Hit>) => {
    if (kind === 'company') void navigate({ to: '/companies/$id', params: { id } })
    else if (kind === 'contact') void navigate({ to: '/people/$id', params: { id } })
    else if (kind === 'task') void navigate({ to: '/tasks/$id', params: { id }, search: { show: 'all' } })
    else if (room_id) void navigate({ to: '/rooms/$id', params: { id: room_id }, search: { message: id, thread: thread_id ?? undefined } })
    else if (contact_id) void navigate({ to: '/people/$id', params: { id: contact_id }, search: { entry: id } })
  }
}

const icons = { mail: Mail, meeting: CalendarDays, call: Phone, note: NotebookPen, message: MessageSquare, task: ListTodo }

function HitIcon({ kind, name, photo }: { kind: string; name: string; photo: string | null }) {
  if (kind === 'contact' || kind === 'company') return <Avatar name={name} photo={photo} square={kind === 'company'} />
  const Icon = icons[kind as keyof typeof icons] ?? Mail
  return <Icon size={16} />
}

/** What has stood for 120 ms. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 120)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
