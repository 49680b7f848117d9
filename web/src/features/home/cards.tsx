// The cards of the first screen: numbers, who is most active, what comes up, what passed last, who is new.

import { Link, type LinkProps } from '@tanstack/react-router'
import { Cake, CalendarDays, Mail, NotebookPen, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { nameOfDay } from '@/messages/name-of-day.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { classes } from '@/ui/classes.ts'
import type { Dashboard } from './dashboard-query.ts'

/** As many as there is room for: six, and more on a large screen. */
const listLook = '[&>:nth-child(n+7)]:hidden @min-[100rem]:[&>:nth-child(-n+8)]:list-item @min-[100rem]:[@media(height>=84rem)]:[&>:nth-child(n)]:list-item'
const most = 12

function Card({ title, hint, children, className }: { title: string; hint?: string; children: ReactNode; className?: string }) {
  return (
    <section className={classes('rounded-lg p-2 ring-1 ring-line ring-inset', className)}>
      <h2 className="px-2 pt-2 pb-1.5 text-sm font-semibold">
        {title} {hint && <span className="font-normal text-ink-faint">{hint}</span>}
      </h2>
      {children}
    </section>
  )
}

interface FigureProps {
  label: string
  value: number
  /** Of which it is a part. */
  of?: number
  to: LinkProps['to']
  search?: LinkProps['search']
}

export function Figure({ label, value, of, to, search }: FigureProps) {
  const { number, percent } = useFormats()
  return (
    <Link to={to} search={search} className="group grid gap-0.5 rounded-lg px-4 py-3 ring-1 ring-line ring-inset hover:bg-hover">
      <span className="flex items-baseline gap-2 tabular-nums">
        <span className="text-2xl font-semibold">{number(value)}</span>
        {of !== undefined && of > value && <span className="text-sm text-ink-faint">{percent(value / of)}</span>}
      </span>
      <span className="truncate text-xs text-ink-faint group-hover:text-ink-soft">{label}</span>
    </Link>
  )
}

export function MostActive({ people }: { people: Dashboard['most_active'] }) {
  const m = useMessages()
  const highest = Math.max(...people.map(({ interactions }) => interactions), 1)
  return (
    <Card title={m.home.active} hint={m.home.active_hint}>
      {people.length === 0 && <Nothing>{m.home.none_yet}</Nothing>}
      <ol className={listLook}>
        {people.slice(0, most).map(({ id, name, photo_url, company, interactions }) => (
          <li key={id}>
            <PersonLink id={id} name={name} photo={photo_url} detail={company}>
              <span className="flex w-28 shrink-0 items-center gap-2" aria-label={m.home.times(interactions)} role="img">
                <span className="h-1.5 flex-1 overflow-hidden rounded-full bg-line">
                  <span className="block h-full rounded-full bg-accent" style={{ width: `${(interactions / highest) * 100}%` }} />
                </span>
                <span className="w-8 text-right text-xs text-ink-soft tabular-nums">{m.home.short(interactions)}</span>
              </span>
            </PersonLink>
          </li>
        ))}
      </ol>
    </Card>
  )
}

export function Added({ people }: { people: Dashboard['added'] }) {
  const m = useMessages()
  const { ago } = useFormats()
  return (
    <Card title={m.home.added}>
      <ul className={listLook}>
        {people.slice(0, most).map(({ id, name, photo_url, company, created_at }) => (
          <li key={id}>
            <PersonLink id={id} name={name} photo={photo_url} detail={company}>
              <span className="shrink-0 text-xs text-ink-faint first-letter:uppercase">{ago(created_at)}</span>
            </PersonLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function Recent({ entries }: { entries: Dashboard['recent'] }) {
  const m = useMessages()
  const { ago } = useFormats()
  return (
    <Card title={m.home.recent}>
      {entries.length === 0 && <Nothing>{m.home.none_yet}</Nothing>}
      <ul className={listLook}>
        {entries.slice(0, most).map(({ id, kind, subject, occurred_at, contact }) => (
          <li key={id}>
            <EntryLink kind={kind} contact={contact} title={subject || m.home.no_subject} detail={contact?.name}>
              {ago(occurred_at)}
            </EntryLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function Upcoming({ meetings, dates }: { meetings: Dashboard['upcoming_meetings']; dates: Dashboard['upcoming_dates'] }) {
  const m = useMessages()
  const { dayMonth, time } = useFormats()
  const dayOf = (at: string) => nameOfDay(new Date(at.length === 10 ? `${at}T00:00` : at), m.person) ?? dayMonth(at)
  const all = [
    ...meetings.map(({ id, subject, occurred_at, contact }) => ({ key: id, kind: 'meeting', at: occurred_at, title: subject || m.home.no_subject, detail: contact?.name, contact, when: `${dayOf(occurred_at)}, ${time(occurred_at)}` })),
    // Whose day it is comes first: many have a birthday.
    ...dates.map(({ contact, kind, label, occurs_on }) => ({
      key: `${contact.id} ${kind} ${label} ${occurs_on}`, kind: 'date', at: occurs_on, title: contact.name, detail: label ?? (kind === 'birthday' ? m.home.birthday : kind === 'anniversary' ? m.home.anniversary : kind), contact, when: dayOf(occurs_on),
    })),
  ].toSorted((a, b) => a.at.localeCompare(b.at))
  return (
    <Card title={m.home.upcoming}>
      {all.length === 0 && <Nothing>{m.home.no_upcoming}</Nothing>}
      <ul className={listLook}>
        {all.slice(0, most).map(({ key, kind, title, detail, contact, when }) => (
          <li key={key}>
            <EntryLink kind={kind} contact={contact} title={title} detail={detail}>
              {when}
            </EntryLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const icons = { mail: Mail, meeting: CalendarDays, call: Phone, note: NotebookPen, date: Cake }
const lineLook = 'flex min-h-11 items-center gap-3 rounded-md px-2 py-1'

function EntryLink({ kind, contact, title, detail, children }: { kind: string; contact: { id: string } | null; title: string; detail: string | undefined; children: ReactNode }) {
  const Icon = icons[kind as keyof typeof icons] ?? Mail
  const line = (
    <>
      <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-canvas text-ink-soft">
        <Icon size={14} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{title}</span>
        <span className="block truncate text-xs text-ink-faint">{detail}</span>
      </span>
      <span className="shrink-0 text-xs text-ink-faint tabular-nums first-letter:uppercase">{children}</span>
    </>
  )
  if (!contact) return <span className={lineLook}>{line}</span>
  return (
    <Link to="/people/$id" params={{ id: contact.id }} preload={false} className={`${lineLook} hover:bg-hover`}>
      {line}
    </Link>
  )
}

function PersonLink({ id, name, photo, detail, children }: { id: string; name: string; photo: string | null; detail: string | null; children: ReactNode }) {
  return (
    <Link to="/people/$id" params={{ id }} preload={false} className={`${lineLook} hover:bg-hover`}>
      <Avatar name={name} photo={photo} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{name}</span>
        <span className="block truncate text-xs text-ink-faint">{detail}</span>
      </span>
      {children}
    </Link>
  )
}

function Nothing({ children }: { children: ReactNode }) {
  return <p className="px-2 pt-1 pb-3 text-sm text-ink-faint">{children}</p>
}
