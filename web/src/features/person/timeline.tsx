// What passed between us and a person or a company as one stream, newest first, under the days on which it did.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Mail, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { nameOfDay } from '@/messages/name-of-day.ts'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { Empty, Failed, Late, Skeleton } from '@/ui/states.tsx'
import { Composer } from './composer.tsx'
import { MailItem } from './mail-item.tsx'
import { NoteItem } from './note-item.tsx'
import { countsQuery, idOf, interactionQuery, timelineQuery, toItems, type About, type Item } from './timeline-queries.ts'
import { WrittenItem } from './written-item.tsx'

interface Props {
  about: About
  /** What somebody came for, and how it is put aside. */
  found?: { id: string; dismiss(): void }
  /** Nothing is written down any more. */
  isClosed: boolean
  /** Before something is written here, which may not be in sight. */
  onReveal(): void
}

export function Timeline({ about, found, isClosed, onReveal }: Props) {
  const m = useMessages()
  const [kind, setKind] = useState<string>()
  const { data: counts, isPending } = useQuery(countsQuery(about))
  return (
    <div className="mx-auto max-w-4xl px-4 pb-10 sm:px-6">
      {isClosed ? <div className="h-4" /> : <Composer about={about} onReveal={onReveal} />}
      {found && <Found key={found.id} {...found} timelineId={idOf(about)} />}
      {counts && counts.data.length > 1 && (
        <fieldset className="flex flex-wrap gap-1 pb-1">
          <legend className="sr-only">{m.person.filter}</legend>
          {[undefined, ...counts.data.map(({ kind }) => kind)].map((each) => (
            <label
              key={each ?? ''}
              className={classes('inline-flex h-7 cursor-pointer items-center gap-1.5 rounded-full px-2.5 text-sm has-focus-visible:ring-2 has-focus-visible:ring-accent', each === kind ? 'bg-selected font-medium' : 'text-ink-soft hover:bg-hover')}
            >
              <input type="radio" name="kind" className="sr-only" checked={each === kind} onChange={() => setKind(each)} />
              {each ? nameOfKind(each, m.person.kinds) : m.person.all}
              {each && <span className="text-xs text-ink-soft tabular-nums">{`${counts.data.find((one) => one.kind === each)!.count}${counts.complete ? '' : '+'}`}</span>}
            </label>
          ))}
        </fieldset>
      )}
      {/* Not before it is known whether the kinds stand above it, which would move it. */}
      <div className={isPending ? 'invisible' : undefined}>
        <Stream about={about} kind={kind} />
      </div>
    </div>
  )
}

/** What somebody came for from the search: above everything else, and unfolded. */
function Found({ id, dismiss, timelineId }: NonNullable<Props['found']> & { timelineId: string }) {
  const m = useMessages()
  const { data: entry } = useQuery(interactionQuery(id))
  if (!entry) return null
  return (
    <section aria-label={m.person.found} className="mb-3 rounded-lg bg-accent-soft/50 p-2">
      <header className="flex items-center justify-between pb-1.5 pl-1">
        <h2 className="text-xs font-semibold text-accent-strong">{m.person.found}</h2>
        <Button look="quiet" size="sm" icon={<X size={14} />} aria-label={m.actions.dismiss} onClick={dismiss} />
      </header>
      <div className="rounded-lg bg-surface">
        <OneItem item={{ entry, count: entry.thread.count }} timelineId={timelineId} isFound />
      </div>
    </section>
  )
}

function Stream({ about, kind }: { about: About; kind?: string }) {
  const m = useMessages()
  const { day } = useFormats()
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(timelineQuery(about, kind))
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />
  if (isPending) return <Waiting />
  const items = toItems(data.pages.flatMap((page) => page.data))
  if (items.length === 0) {
    return (
      <Empty icon={<Mail size={20} />} title={m.person.empty}>
        {m.person.empty_hint}
      </Empty>
    )
  }
  const days = Map.groupBy(items, ({ entry }) => new Date(entry.occurred_at).toDateString())
  return (
    <>
      {[...days].map(([key, ofDay]) => (
        <section key={key}>
          <h2 className="sticky top-0 z-10 bg-surface/95 max-lg:top-11 pt-4 pb-2 text-xs font-semibold text-ink-faint backdrop-blur-sm">{nameOfDay(key, m.person) ?? day(key)}</h2>
          {/* The day that follows lies over what it touches: between two pixels that would be the edge of a card. */}
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-2 pb-1">
            {ofDay.map((item) => (
              // What is off the screen costs no layout.
              <li key={item.entry.kind === 'mail' ? item.entry.thread_id : item.entry.id} className="[contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
                <OneItem item={item} timelineId={idOf(about)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <More key={data.pages.length} more={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined} />
      {isFetchingNextPage && <Waiting />}
    </>
  )
}

function OneItem({ item, timelineId, isFound }: { item: Item; timelineId: string; isFound?: boolean }) {
  if (item.entry.kind === 'mail') return <MailItem item={item} isFound={isFound} />
  if (item.entry.kind === 'note') return <NoteItem entry={item.entry} timelineId={timelineId} />
  return <WrittenItem entry={item.entry} timelineId={timelineId} isFound={isFound} />
}

/** Asks for what comes next two screens before it is seen. */
function More({ more }: { more?: () => void }) {
  const ref = useRef<HTMLDivElement>(null)
  const latest = useRef(more)
  useEffect(() => {
    latest.current = more
  })
  useEffect(() => {
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && latest.current?.(), { rootMargin: '1500px', scrollMargin: '1500px' } as IntersectionObserverInit)
    observer.observe(ref.current!)
    return () => observer.disconnect()
  }, [])
  return <div ref={ref} className="h-px" />
}

function Waiting() {
  return (
    <Late>
      <div className="grid gap-2 py-6">
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} className="h-16" />
        ))}
      </div>
    </Late>
  )
}

export function nameOfKind(kind: string, names: Record<string, string>): string {
  return names[kind] ?? kind.replaceAll('_', ' ')
}
