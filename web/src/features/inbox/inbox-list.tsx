// The lines of the inbox, as many as there are: only what is on the screen is in the page. One or several are triaged by a letter.

import { useRouter } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { BellOff, Check, Clock, CornerUpLeft, MailOpen } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useActiveItem } from '@/app/active-item.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { SelectionAction, SelectionBar } from '@/features/table/selection-bar.tsx'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { useMedia } from '@/ui/media.ts'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { toast } from '@/ui/toasts.tsx'
import { markDone, markRead, snooze, takeUpAgain } from './change-entries.ts'
import { InboxRow, inboxRowId } from './inbox-row.tsx'
import { isOfInbox, type State } from './inbox-queries.ts'
import { partsOf, type Line } from './lines.ts'
import { muteRoom, muteThing } from './mute-lines.ts'
import { UntilDialog } from './until-dialog.tsx'
import { muteTimes, snoozeTimes } from './until.ts'
import { pathOf } from './where.ts'

interface Props {
  state: State
  lines: Line[]
  more?: () => void
}

export function InboxList({ state, lines, more }: Props) {
  const m = useMessages()
  const { moment } = useFormats()
  const { history } = useRouter()
  const scroller = useRef<HTMLDivElement>(null)
  const scrollerName = useScrollerName('inbox')
  const rowHeight = useMedia('(width >= 48rem)') ? 44 : 60
  const { active, setActive } = useActiveItem(lines)
  const { selected, select, extend, clear, selectAll } = useSelected(lines, active)
  const [dialog, setDialog] = useState<{ of: 'snooze' | 'mute'; lines: Line[] }>()
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, getItemKey: (index) => lines[index]!.id, overscan: 12 })
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last > lines.length - 60) more()
  }, [more, last, lines.length])

  const current = lines[active]
  const meant = () => (selected.length > 0 ? selected : current ? [current] : [])
  const turn = (those: Line[]) => {
    clear()
    if (isOfInbox(state)) markDone(those)
    else if (state === 'done') takeUpAgain(those)
    else snooze(those, null, m.inbox.back(those.length))
  }
  const open = (line: Line) => {
    setActive(line)
    markRead([line], true)
    history.push(pathOf(line.latest))
  }
  const mute = (those: Line[]) => {
    clear()
    const kinds = those.map(({ id }) => partsOf(id).noun)
    if (kinds.includes('room')) setDialog({ of: 'mute', lines: those })
    for (const [at, kind] of kinds.entries()) if (kind === 'thread' || kind === 'task') void muteThing(those[at]!)
    if (kinds.every((kind) => ['operation', 'reminder', 'scheduled_message'].includes(kind))) toast(m.inbox.nothing_to_mute)
  }
  const go = (to: number) => {
    const next = lines[Math.max(0, Math.min(lines.length - 1, to))]
    if (!next) return
    setActive(next)
    virtual.scrollToIndex(lines.indexOf(next))
  }
  const grow = (by: number) => () => {
    const next = Math.max(0, Math.min(lines.length - 1, active + by))
    extend(next)
    go(next)
  }
  useKeys({
    j: () => go(active + 1), k: () => go(active - 1), ArrowDown: () => go(active + 1), ArrowUp: () => go(active - 1),
    J: grow(1), K: grow(-1), 'shift+ArrowDown': grow(1), 'shift+ArrowUp': grow(-1),
    PageDown: () => go(active + 12), PageUp: () => go(active - 12), Home: () => go(0), End: () => go(lines.length - 1),
    Enter: () => current && open(current), o: () => current && open(current),
    e: () => turn(meant()), s: () => meant().length > 0 && setDialog({ of: 'snooze', lines: meant() }), m: () => mute(meant()),
    r: () => markRead(meant(), meant().some(({ unread }) => unread > 0)),
    x: () => select(active), X: () => extend(active), 'mod+a': selectAll, Escape: clear,
  })
  const close = () => setDialog(undefined)
  return (
    <>
      <div
        ref={scroller}
        {...scrollerName}
        role="grid"
        aria-label={m.nav.inbox}
        aria-multiselectable
        aria-rowcount={more ? -1 : lines.length}
        aria-activedescendant={current && inboxRowId(current.id)}
        tabIndex={0}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
      >
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() + (selected.length > 0 ? 80 : 0) }}>
          {shown.map(({ index, start }) => {
            const line = lines[index]!
            return (
              <InboxRow
                key={line.id}
                line={line}
                state={state}
                rowIndex={index + 1}
                active={index === active}
                selected={selected.includes(line)}
                height={rowHeight}
                start={start}
                onOpen={() => open(line)}
                onSelect={(range) => (range ? extend(index) : select(index))}
                onDone={() => turn([line])}
                onSnooze={() => setDialog({ of: 'snooze', lines: [line] })}
                onMute={() => mute([line])}
              />
            )
          })}
        </div>
      </div>
      {selected.length > 0 && (
        <SelectionBar size={selected.length} total={selected.length} onAll={selectAll} onClear={clear}>
          <SelectionAction icon={isOfInbox(state) ? <Check size={15} /> : <CornerUpLeft size={15} />} label={isOfInbox(state) ? m.actions.done : m.inbox.put_back} keys="e" onClick={() => turn(selected)} />
          <SelectionAction icon={<Clock size={15} />} label={m.inbox.snooze} keys="s" onClick={() => setDialog({ of: 'snooze', lines: selected })} />
          <SelectionAction icon={<BellOff size={15} />} label={m.inbox.mute} keys="m" onClick={() => mute(selected)} />
          <SelectionAction icon={<MailOpen size={15} />} label={m.inbox.mark_read} keys="r" onClick={() => markRead(selected, true)} />
        </SelectionBar>
      )}
      <UntilDialog
        title={m.inbox.snooze_until}
        free
        open={dialog?.of === 'snooze'}
        times={snoozeTimes(m)}
        onClose={close}
        onChoose={(at) => {
          clear()
          snooze(dialog!.lines, at.toISOString(), m.inbox.snoozed(moment(at)))
        }}
      />
      <UntilDialog
        title={m.inbox.mute_room}
        open={dialog?.of === 'mute'}
        times={muteTimes(m)}
        onClose={close}
        onChoose={(at) => {
          for (const line of dialog!.lines) if (partsOf(line.id).noun === 'room') void muteRoom(line, at.toISOString(), m.inbox.room_muted(moment(at)))
        }}
      />
    </>
  )
}

/** By their places; what goes is not selected any more. */
function useSelected(lines: Line[], active: number) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState(0)
  const idAt = (index: number) => lines[index]!.id
  return {
    selected: lines.filter(({ id }) => ids.has(id)),
    select(index: number) {
      setAnchor(index)
      const next = new Set(ids)
      if (!next.delete(idAt(index))) next.add(idAt(index))
      setIds(next)
    },
    /** From where it began to here, and nothing else. */
    extend(index: number) {
      const from = ids.size === 0 ? active : anchor
      setAnchor(from)
      setIds(new Set(lines.slice(Math.min(from, index), Math.max(from, index) + 1).map(({ id }) => id)))
    },
    clear: () => setIds(new Set()),
    selectAll: () => setIds(new Set(lines.map(({ id }) => id))),
  }
}
