// Two people side by side: what they share, and where they differ which of both stands.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, GitMerge, SkipForward, UserRoundX } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Schemas } from '@/api/client.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { fieldsQuery } from '@/features/people/references.ts'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { Chip } from '@/ui/chip.tsx'
import { classes } from '@/ui/classes.ts'
import { useFoot } from '@/ui/foot.ts'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { differences, initialSides, toMerge, type Row, type Side } from './choices.ts'
import type { Duplicate } from './duplicate-queries.ts'

export type Merge = Schemas['NewMerge']
type Contact = Schemas['Contact']

interface Props {
  pair: Duplicate
  onMerge(merge: Merge): void
  onSkip(): void
  onDismiss(): void
}

export function Pair({ pair, onMerge, onSkip, onDismiss }: Props) {
  const scroller = useScrollerName('pair')
  const { duplicates: m } = useMessages()
  const { contacts, score, reasons } = pair
  const rows = differences(contacts)
  const [sides, setSides] = useState(() => initialSides(rows))
  const [active, setActive] = useState(0)
  useFoot()
  const merge = () => onMerge(toMerge(contacts, rows, sides))
  const choose = (place: number, side: Side) => {
    const row = rows[place]
    if (!row) return
    setActive(place)
    if (row.values[side] !== undefined) setSides({ ...sides, [row.id]: side })
  }
  const move = (by: number) => setActive((place) => Math.max(0, Math.min(rows.length - 1, place + by)))
  useKeys({
    ArrowUp: () => move(-1),
    ArrowDown: () => move(1),
    ArrowLeft: () => choose(active, 0),
    ArrowRight: () => choose(active, 1),
    Enter: merge,
    s: onSkip,
    d: onDismiss,
  })
  return (
    <>
      <div {...scroller} className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-4xl px-4 py-5">
          <p className="mb-3 flex flex-wrap items-center gap-1.5 text-sm">
            <span className="mr-1 font-medium">{m.likely(Math.round(score * 100))}</span>
            {reasons.map((reason) => (
              <Chip key={reason}>{m.reasons[reason]}</Chip>
            ))}
          </p>
          <div className="overflow-hidden rounded-lg border">
            <div className="grid grid-cols-2 border-b">
              {contacts.map((contact, side) => (
                <Person key={contact.id} contact={contact} note={side === 0 ? m.older : m.newer} />
              ))}
            </div>
            {rows.map((row, place) => (
              <Difference key={row.id} row={row} contacts={contacts} chosen={sides[row.id] ?? 0} active={place === active} onChoose={(side) => choose(place, side)} />
            ))}
            <Common contacts={contacts} />
          </div>
          <p className="mt-3 text-sm text-ink-soft">
            {m.all_kept} <span className="max-md:hidden">{m.by_keys}</span>
          </p>
        </div>
      </div>
      <footer className="flex shrink-0 flex-wrap items-center justify-center gap-2 border-t px-4 py-3 max-sm:*:grow">
        <Button icon={<UserRoundX size={15} />} shortcut="d" onClick={onDismiss}>
          {m.dismiss}
        </Button>
        <Button icon={<SkipForward size={15} />} shortcut="s" onClick={onSkip}>
          {m.skip}
        </Button>
        <Button look="primary" icon={<GitMerge size={15} />} shortcut="↵" onClick={merge}>
          {m.merge}
        </Button>
      </footer>
    </>
  )
}

function Person({ contact, note }: { contact: Contact; note: string }) {
  const { duplicates: m } = useMessages()
  const { date, ago } = useFormats()
  return (
    <div className="flex min-w-0 gap-3 px-4 py-3 not-first:border-l max-sm:flex-col sm:items-center">
      <Avatar name={contact.name} photo={contact.photo_url} size="lg" />
      <div className="max-w-full min-w-0">
        <Link to="/people/$id" params={{ id: contact.id }} className="block font-semibold break-words hover:underline">
          {contact.name}
        </Link>
        <p className="text-xs text-ink-faint">{[`${note} ${date(contact.created_at)}`, contact.last_interaction_at && m.last(ago(contact.last_interaction_at))].filter(Boolean).join(' · ')}</p>
      </div>
    </div>
  )
}

interface DifferenceProps {
  row: Row
  contacts: Contact[]
  chosen: Side
  active: boolean
  onChoose(side: Side): void
}

function Difference({ row: { id, values }, contacts, chosen, active, onChoose }: DifferenceProps) {
  const { duplicates: m } = useMessages()
  const { data: fields = [] } = useQuery(fieldsQuery)
  const label = id.startsWith('field:') ? (fields.find(({ key }) => `field:${key}` === id)?.label ?? id.slice(6)) : m.properties[id as keyof typeof m.properties]
  return (
    <div role="radiogroup" aria-label={label} data-active={active || undefined} className="group border-b last:border-b-0 data-active:bg-hover">
      <p className="px-4 pt-2 text-xs text-ink-soft">{label}</p>
      <div className="grid grid-cols-2">
        {values.map((value, side) => {
          const isChosen = chosen === side
          return (
            <button
              key={side}
              type="button"
              role="radio"
              aria-checked={isChosen}
              aria-label={`${label}: ${value ?? m.none}`}
              disabled={value === undefined}
              tabIndex={isChosen ? 0 : -1}
              onClick={() => onChoose(side as Side)}
              className={classes('flex min-h-9 min-w-0 items-center gap-2 px-4 pb-1.5 text-left text-sm', !isChosen && 'text-ink-soft')}
            >
              <span
                className={classes(
                  'flex size-4 shrink-0 items-center justify-center rounded-full ring-1 ring-ink-faint ring-inset',
                  isChosen && 'bg-accent text-on-accent ring-accent!',
                  value === undefined && 'opacity-30',
                )}
              >
                {isChosen && <Check size={11} strokeWidth={3} />}
              </span>
              <Value id={id} value={value} contact={contacts[side]!} />
            </button>
          )
        })}
      </div>
    </div>
  )
}

function Value({ id, value, contact }: { id: Row['id']; value: string | undefined; contact: Contact }) {
  const { duplicates: m } = useMessages()
  if (value === undefined) return <span className="truncate">{m.none}</span>
  if (id === 'photo') return <Avatar name={contact.name} photo={value} size="lg" />
  if (id === 'owner') return <span className="truncate">{m.owned}</span>
  return <span className="min-w-0 break-words">{value}</span>
}

/** What of both is kept anyway. */
function Common({ contacts }: { contacts: Contact[] }) {
  const { duplicates: m } = useMessages()
  const lists: [string, (contact: Contact) => string[]][] = [
    [m.emails, ({ emails }) => emails.map(({ address }) => address)],
    [m.phones, ({ phones }) => phones.map(({ number }) => number)],
    [m.tags, ({ tags }) => tags],
  ]
  return lists.map(([label, of]) => {
    const [first, second] = contacts.map(of)
    if (first!.length + second!.length === 0) return null
    return (
      <div key={label} className="border-t bg-canvas">
        <p className="px-4 pt-2 text-xs text-ink-faint">{label}</p>
        <div className="grid grid-cols-2 pb-2">
          <Values values={first!} shared={second!} />
          <Values values={second!} shared={first!} />
        </div>
      </div>
    )
  })
}

function Values({ values, shared }: { values: string[]; shared: string[] }): ReactNode {
  return (
    <ul className="min-w-0 px-4 text-sm text-ink-soft">
      {values.map((value) => (
        <li key={value} className={classes('break-words', shared.includes(value) && 'font-medium text-accent-strong')}>
          {value}
        </li>
      ))}
    </ul>
  )
}
