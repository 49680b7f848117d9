// The messages of a room: drawn where one looks, read on in both directions, and nothing moves below the eyes when they come.

import { useQuery } from '@tanstack/react-query'
import { useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, RotateCw } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ComponentProps, type ReactNode } from 'react'
import { useKeys } from '@/app/shortcuts.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import type { AboutDialog as About } from '@/features/presence/about-dialog.tsx'
import { useTaskOfMessage } from '@/features/tasks/task-of-message.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { later } from '@/ui/later.tsx'
import { useMedia } from '@/ui/media.ts'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { bookmark, roomBookmarksQuery } from './bookmarks.ts'
import { addToDraft } from './drafts.ts'
import { jump, type History, type Spot } from './history.ts'
import { ReminderDialog } from './later/reminder-dialog.tsx'
import { pin, react, removeMessage } from './message-actions.ts'
import { DayRow, MessageRow, NewRow, PendingRow } from './message-row.tsx'
import { toolbarId, type MessageActions } from './message-toolbar.tsx'
import { endPx, isAtEnd, useFirstPlace, useGoing, useReadingOn, useStuckToEnd, useTarget } from './message-scrolling.ts'
import type { Pending } from './outbox.ts'
import { quoteOf } from './quote.ts'
import type { Message, Room } from './rooms-queries.ts'
import { heightOf, toRows } from './rows.ts'

interface Props {
  room: Room
  spot: Spot
  history: History
  /** What stands above the first message. */
  beginning: ReactNode
  pending: Pending[]
  /** How much is new; and behind which number it is. */
  unread?: number
  line?: number
  /** What a link led to. */
  target?: string
  editing?: string
  onEdit(id: string | undefined): void
  atEnd: boolean
  onAtEnd(atEnd: boolean): void
  onUnreadFrom?(message: Message): void
  /** Opens the thread of a message; not in a thread. */
  onReply?(message: Message): void
  /** Beside a thread, keys are the thread's. */
  hasKeys: boolean
  /** Escape, where nothing is chosen. */
  onEscape(): void
}

const AboutDialog = later<ComponentProps<typeof About>>(async () => (await import('@/features/presence/about-dialog.tsx')).AboutDialog)
const ShareDialog = later(async () => (await import('./share-dialog.tsx')).ShareDialog)

/** The row that is uppermost in sight, and how much of it is above the edge: earlier messages may come before somebody is back. */
interface KeptPlace {
  key: string
  px: number
  atEnd: boolean
  sizes: VirtualItem[]
}

/** Where somebody was in each room. */
const places = new Map<string, KeptPlace>()

const ahead = 15

export function MessageList({ room, spot, history, beginning, pending, unread, line, target, editing, onEdit, atEnd, onAtEnd, onUnreadFrom, onReply, hasKeys, onEscape }: Props) {
  const place = spot.thread_id ?? spot.room_id
  const { rooms: m, states } = useMessages()
  const me = useMe()
  const hasHover = useMedia('(hover: hover)')
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  // The place is kept here: the router finds no place of this name.
  const scrollerName = useScrollerName(`messages ${Date.now()}`)
  const [active, setActive] = useState<string>()
  const isLatest = history.after === null
  const rows = toRows({ messages: history.messages, whole: history.before === null, pending: isLatest ? pending : [], line, me: me.user?.id ?? '' })
  const [kept] = useState(() => places.get(place))
  const indexOf = (key: string) => rows.findIndex((row) => row.key === key || (row.kind === 'message' && row.message.id === key))
  /** Its row, or -1: at the end. */
  const findKept = () => (kept && !kept.atEnd ? indexOf(kept.key) : -1)
  const list: Virtualizer<HTMLDivElement, Element> = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => heightOf(rows[index]!),
    getItemKey: (index) => rows[index]!.key,
    overscan: 10,
    anchorTo: 'end',
    followOnAppend: isLatest,
    scrollEndThreshold: endPx,
    paddingEnd: 12,
    initialMeasurementsCache: kept?.sizes,
    initialOffset: (): number => {
      const at = findKept()
      return at < 0 ? 0 : list.measurementsCache[at]!.start + kept!.px
    },
  })
  // Also on the way upwards: the line at which it was read on is lower when its author stands above it by then.
  list.shouldAdjustScrollPositionOnItemSizeChange = ({ key, start, end }, _, { itemSizeCache, scrollOffset }) => (itemSizeCache.has(key) ? end - 1 : start) < (scrollOffset ?? 0)
  const newAt = indexOf('new')
  const lastKey = rows.at(-1)?.key

  const { goTo, leave } = useGoing(list, scroller, indexOf)
  const placed = useFirstPlace({ scroller, begin: () => {
    if (target) return
    if (newAt >= 0) goTo('new', 'start')
    else if (findKept() < 0) list.scrollToEnd()
  } })
  const found = useTarget({ spot, target, isAt: target ? indexOf(target) : -1, show: (index) => goTo(rows[index]!.key, list.range && index > list.range.startIndex && index < list.range.endIndex ? 'auto' : 'center') })
  useLayoutEffect(() => {
    if (!scroller) return
    return () => {
      const uppermost = list.getVirtualItemForOffset(scroller.scrollTop)
      if (uppermost) places.set(place, { key: String(uppermost.key), px: scroller.scrollTop - uppermost.start, atEnd: isAtEnd(scroller), sizes: list.takeSnapshot() })
    }
  }, [scroller, list, place])

  useStuckToEnd(scroller)

  // What one sends is to be seen, wherever one was.
  const lastPending = pending.at(-1)?.client_id
  const seenPending = useRef(lastPending)
  useEffect(() => {
    if (lastPending === seenPending.current) return
    seenPending.current = lastPending
    if (!lastPending) return
    if (isLatest) {
      leave()
      list.scrollToEnd()
    } else void toLatest()
  })
  const [leaping, setLeaping] = useState(false)
  const toLatest = async () => {
    leave()
    if (!isLatest) await jump(spot, {})
    setLeaping(true)
  }
  useLayoutEffect(() => {
    if (!leaping) return
    list.scrollToEnd()
    setLeaping(false)
  }, [leaping, list])

  const shown = list.getVirtualItems()
  const first = shown[0]?.index ?? 0
  const last = shown.at(-1)?.index ?? 0
  const reading = useReadingOn({ spot, history, nearTop: placed && first < ahead, nearEnd: placed && last > rows.length - ahead })
  useEffect(() => {
    const isThere = placed && isLatest && list.isAtEnd(endPx)
    if (isThere !== atEnd) onAtEnd(isThere)
  })

  // Each message changes the room, and not what its lines show of it: they are not drawn anew.
  const { id, archived_at, people } = room
  const isIn = room.membership !== null
  const lasting = useMemo(() => room, [id, archived_at, people, isIn])

  const mayRemove = room.kind !== 'direct' && (room.membership?.role === 'owner' || isAtLeast(me.role, 'admin'))
  const ownRows = rows.flatMap((row) => (row.kind === 'message' && !row.message.deleted_at ? [row] : []))
  const chosen = ownRows.find(({ key }) => key === active)?.message
  const move = (by: number) => () => {
    const at = ownRows.findIndex(({ key }) => key === active)
    const next = ownRows[at < 0 ? (by < 0 ? ownRows.length - 1 : ownRows.findIndex(({ key }) => indexOf(key) >= (list.range?.startIndex ?? 0))) : Math.max(0, Math.min(ownRows.length - 1, at + by))]
    if (!next) return
    setActive(next.key)
    goTo(next.key, 'auto')
  }
  const [reminded, setReminded] = useState<Message>()
  const [sharing, setSharing] = useState<Message>()
  const [asked, setAsked] = useState<Message>()
  const quote = (message: Message) => {
    addToDraft(spot, quoteOf(message, { linked: false }))
    // Once it stands there.
    setTimeout(() => document.querySelector<HTMLTextAreaElement>(`[data-composer="${place}"] textarea`)?.focus())
  }
  const makeTask = useTaskOfMessage()
  // What the rows are given stays the same; what it does is of now.
  const outside = useRef({ onReply, onUnreadFrom })
  useEffect(() => {
    outside.current = { onReply, onUnreadFrom }
  })
  const [actions] = useState<{ current: MessageActions }>(() => ({ current: { edit: (message) => onEdit(message?.id), remove: (message) => void removeMessage(message), react: (message, emoji) => void react(message, emoji, me.user?.id ?? ''), pin: (message) => void pin(message), quote, share: setSharing, remind: setReminded, about: setAsked, makeTask, unreadFrom: onUnreadFrom && ((message) => outside.current.onUnreadFrom?.(message)), reply: onReply && ((message) => outside.current.onReply?.(message)) } }))
  const { data: bookmarks = [] } = useQuery(roomBookmarksQuery(room.id))
  const isOwn = chosen?.author.id === me.user?.id
  useKeys({
    j: move(1), k: move(-1), ArrowDown: move(1), ArrowUp: move(-1),
    End: () => void toLatest(),
    e: () => chosen && isOwn && !room.archived_at && onEdit(chosen.id),
    u: () => chosen && !isOwn && room.membership && onUnreadFrom?.(chosen),
    r: () => chosen && onReply?.(chosen),
    b: () => chosen && void bookmark(chosen, !bookmarks.includes(chosen.id)),
    q: () => chosen && room.membership && !room.archived_at && quote(chosen),
    m: () => chosen && setReminded(chosen),
    p: () => chosen?.author.kind === 'user' && setAsked(chosen),
    Enter: () => chosen && document.getElementById(toolbarId(chosen.id))?.querySelector('button')?.focus(),
    t: () => chosen && makeTask?.(chosen),
    '#': () => chosen && (isOwn || mayRemove) && !room.archived_at && void removeMessage(chosen),
    Escape: () => {
      if (!active) return onEscape()
      setActive(undefined)
      scroller?.focus({ preventScroll: true })
    },
  }, hasKeys)
  const isNewAbove = newAt >= 0 && list.range !== null && newAt < list.range.startIndex
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={setScroller}
        {...scrollerName}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by keyboard
        tabIndex={0}
        role="group"
        aria-label={m.messages}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain outline-none [overflow-anchor:none] focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
      >
        <div className={classes('flex min-h-full flex-col', !spot.thread_id && 'justify-end')}>
          <div role="list" className="relative" style={{ height: list.getTotalSize() }}>
            {shown.map(({ index, start }) => {
              const row = rows[index]!
              return (
                <div
                  key={row.key}
                  ref={list.measureElement}
                  data-index={index}
                  role="listitem"
                  className="absolute inset-x-0 top-0 hover:z-10 focus-within:z-10"
                  style={{ transform: `translateY(${start}px)` }}
                  // Without a pointer that could be over it: by a touch that is no scroll, and not for what stands in it.
                  onClick={hasHover ? undefined : ({ target }) => !(target as Element).closest('a, button, textarea, input') && setActive(row.key === active ? undefined : row.key)}
                >
                  {row.kind === 'beginning' && beginning}
                  {row.kind === 'day' && <DayRow at={row.day} />}
                  {row.kind === 'new' && <NewRow />}
                  {row.kind === 'pending' && <PendingRow pending={row.pending} follows={row.follows} />}
                  {row.kind === 'message' && (
                    <MessageRow
                      room={lasting}
                      message={row.message}
                      follows={row.follows}
                      active={row.key === active}
                      editing={row.message.id === editing}
                      found={row.message.id === found}
                      mayRemove={mayRemove}
                      actions={actions.current}
                    />
                  )}
                </div>
              )
            })}
          </div>
        </div>
      </div>
      {reading.problem && (
        <Pill place="top" icon={<RotateCw size={14} />} onClick={reading.retry}>
          {states.retry}
        </Pill>
      )}
      {isNewAbove && !reading.problem && (
        <Pill place="top" icon={<ArrowUp size={14} />} onClick={() => goTo('new', 'start')}>
          {m.to_first_unread}
        </Pill>
      )}
      {placed && !atEnd && lastKey && (
        <Pill place="bottom" icon={<ArrowDown size={14} />} onClick={() => void toLatest()}>
          {unread ? m.to_latest_unread(unread) : m.to_latest}
        </Pill>
      )}
      {!spot.thread_id && <Announced room={room} />}
      <ShareDialog message={sharing} onClose={() => setSharing(undefined)} />
      {asked && <AboutDialog author={asked.author} onClose={() => setAsked(undefined)} />}
      {reminded && <ReminderDialog message={reminded} onClose={() => setReminded(undefined)} />}
    </div>
  )
}

function Pill({ place, icon, onClick, children }: { place: 'top' | 'bottom'; icon: ReactNode; onClick(): void; children: ReactNode }) {
  return (
    <Button size="sm" icon={icon} className={`absolute left-1/2 z-10 -translate-x-1/2 rounded-full! bg-raised! shadow-pop ${place === 'top' ? 'top-3' : 'bottom-3'}`} onClick={onClick}>
      {children}
    </Button>
  )
}

/** What is said while one is here, for those who hear the screen. */
function Announced({ room: { last_message } }: { room: Room }) {
  const me = useMe().user?.id
  const [began] = useState(last_message?.id)
  const isNew = last_message && last_message.id !== began && last_message.author.id !== me
  return (
    <p role="status" className="sr-only">
      {isNew && !last_message.deleted_at ? `${last_message.author.name ?? ''}: ${last_message.snippet}` : ''}
    </p>
  )
}

