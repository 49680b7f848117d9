// What is around every screen: navigation at the side (below on a phone), the palette, dropped files, live news.

import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { Search, Settings, type LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Schemas } from '@/api/client.ts'
import { startLive, useLive } from '@/api/live.ts'
import { followEvents } from '@/features/live-caches.ts'
import { RoomsBadge } from '@/features/rooms/rooms-badge.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Kbd } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { later } from '@/ui/later.tsx'
import { undoLatest } from '@/ui/toasts.tsx'
import { phoneTabs, usePlaces, type Place } from './places.tsx'
import { isAtLeast, useMe } from './roles.ts'
import { followSwitches } from './session.ts'
import { modKey, useKeys } from './shortcuts.ts'
import { usePlaceTitle } from './title.ts'

const Palette = later(async () => (await import('./palette.tsx')).Palette)
const ShortcutSheet = later(async () => (await import('./shortcut-sheet.tsx')).ShortcutSheet)
const DropZone = later(async () => (await import('@/features/imports/drop-zone.tsx')).DropZone)
const OrganizationMenu = later(async () => (await import('./organization-menu.tsx')).OrganizationMenu, ({ me }: { me: Schemas['Me'] }) => <Named name={me.organization.name} square />)
const Outbox = later(async () => (await import('@/features/rooms/outbox.ts')).Outbox)
const DraftKeeper = later(async () => (await import('@/features/rooms/drafts.ts')).DraftKeeper)
const Presence = later(async () => (await import('@/features/presence/following.ts')).Presence)
const InboxBadge = later(async () => (await import('@/features/inbox/inbox-badge.tsx')).InboxBadge)
const InboxSigns = later(async () => (await import('@/features/inbox/inbox-signs.ts')).InboxSigns)
const Reading = later(async () => (await import('./reading.ts')).Reading)
const UserMenu = later(async () => (await import('./user-menu.tsx')).UserMenu, ({ me }: { me: Schemas['Me']; onShortcuts(): void }) => <Named name={me.user?.name ?? ''} />)

export function Shell() {
  const m = useMessages()
  const navigate = useNavigate()
  const me = useMe()
  const isMember = isAtLeast(me.role, 'member')
  const places = usePlaces()
  usePlaceTitle([...places, { to: '/settings', label: m.nav.settings }])
  const [palette, setPalette] = useState(false)
  const [sheet, setSheet] = useState(false)
  useEffect(() => {
    const stops = [startLive(), followEvents()]
    return () => stops.forEach((stop) => stop())
  }, [])
  useEffect(followSwitches, [])
  useKeys({
    'mod+k': () => setPalette(true),
    'mod+z': undoLatest,
    '?': () => setSheet(true),
    ...Object.fromEntries(places.map(({ to, keys }) => [keys, () => void navigate({ to })])),
    'g s': () => void navigate({ to: '/settings' }),
  })
  return (
    <div className="flex h-full flex-col md:flex-row">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2">
        {m.nav.skip}
      </a>
      <aside className="hidden w-56 shrink-0 flex-col gap-4 px-3 py-3 md:flex">
        <OrganizationMenu me={me} />
        <button
          type="button"
          onClick={() => setPalette(true)}
          className="flex h-8 items-center gap-2 rounded-md bg-surface px-2.5 text-sm text-ink-faint ring-1 ring-line ring-inset hover:ring-line-strong"
        >
          <Search size={14} />
          <span className="flex-1 text-left">{m.actions.search}</span>
          <Kbd>{modKey}K</Kbd>
        </button>
        <nav aria-label={m.nav.main} className="grid gap-0.5">
          {places.map(({ to, label, icon: Icon, keys }) => (
            <Link
              key={to}
              to={to}
              activeOptions={{ exact: to === '/' }}
              title={`${label} (${keys})`}
              className={classes(
                'flex h-8 items-center gap-2.5 rounded-md px-2 text-sm font-medium text-ink-soft hover:bg-hover hover:text-ink data-[status=active]:bg-surface data-[status=active]:text-ink data-[status=active]:ring-1 data-[status=active]:ring-line',
                beginsGroup.has(to) && 'mt-3',
              )}
            >
              <Icon size={16} strokeWidth={1.8} />
              {label}
              {to === '/inbox' && <InboxBadge className="ml-auto" />}
              {to === '/rooms' && <RoomsBadge className="ml-auto" />}
            </Link>
          ))}
        </nav>
        <div className="mt-auto grid gap-1">
          <LiveState />
          <UserMenu me={me} onShortcuts={() => setSheet(true)} />
        </div>
      </aside>
      <Offline />
      <main id="content" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-hidden bg-surface outline-none md:my-2 md:mr-2 md:rounded-lg md:ring-1 md:ring-line">
        <Outlet />
      </main>
      {/* So little is left above a phone's keyboard: what is written needs it. */}
      <nav aria-label={m.nav.main} className="grid shrink-0 auto-cols-fr grid-flow-col border-t bg-canvas pb-[env(safe-area-inset-bottom)] md:hidden [@media(orientation:portrait)_and_(height<27rem)]:hidden">
        {places.slice(0, 2).map((place) => (
          <Tab key={place.to} {...place} />
        ))}
        <button type="button" onClick={() => setPalette(true)} className={tabLook}>
          <Search size={19} strokeWidth={1.8} />
          {m.actions.search}
        </button>
        {places.slice(2, phoneTabs).map((place) => (
          <Tab key={place.to} {...place} />
        ))}
        <Tab to="/settings" label={isMember ? m.actions.more : m.nav.settings} icon={Settings} />
      </nav>
      <Palette open={palette} onClose={() => setPalette(false)} onShortcuts={() => setSheet(true)} />
      <ShortcutSheet open={sheet} onClose={() => setSheet(false)} />
      {isMember && <DropZone />}
      <Outbox />
      <DraftKeeper />
      <Presence />
      <InboxSigns />
      <Reading />
    </div>
  )
}

/** Whom one deals with, after what is to be done; then how they come here. */
const beginsGroup = new Set<string>(['/people', '/import'])

const tabLook = 'relative flex h-14 flex-col items-center justify-center gap-1 text-[11px] font-medium max-[26rem]:[:lang(de)_&]:text-[10px] text-ink-faint data-[status=active]:text-accent'

function Tab({ to, label, icon: Icon }: { to: '/settings' | Place['to']; label: string; icon: LucideIcon }) {
  return (
    <Link to={to} activeOptions={{ exact: to === '/' }} className={tabLook}>
      <Icon size={19} strokeWidth={1.8} />
      {label}
      {to === '/inbox' && <InboxBadge className="absolute top-1 left-[calc(50%+6px)]" />}
      {to === '/rooms' && <RoomsBadge className="absolute top-1 left-[calc(50%+6px)]" />}
    </Link>
  )
}

/** On a phone there is no room for it but when it matters. */
function Offline() {
  const m = useMessages()
  const isOffline = useLive() === 'offline'
  return (
    <p role="status" className={classes('shrink-0 bg-warning px-4 text-center text-xs font-medium text-surface md:hidden', isOffline && 'py-1.5')}>
      {isOffline && m.live.offline}
    </p>
  )
}

function LiveState() {
  const m = useMessages()
  const state = useLive()
  return (
    <p role="status" className="flex items-center gap-2 px-2 py-1 text-xs text-ink-faint">
      <span className={classes('size-1.5 rounded-full', state === 'live' ? 'bg-success' : state === 'offline' ? 'bg-danger' : 'bg-warning')} />
      {m.live[state]}
    </p>
  )
}

/** As the menus look, before they are there. */
function Named({ name, square }: { name: string; square?: boolean }) {
  return (
    <span className="flex h-10 items-center gap-2 px-1.5">
      <Avatar name={name} square={square} />
      <span className="min-w-0 flex-1 truncate text-sm font-medium">{name}</span>
    </span>
  )
}
