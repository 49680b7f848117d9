// The settings: their list on the left, one of them beside it. On a phone the list is a page of its own.

import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { Lock, LogOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { OrganizationMenu } from '@/app/organization-menu.tsx'
import { phoneTabs, usePlaces } from '@/app/places.tsx'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { signOut } from '@/app/session.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { classes } from '@/ui/classes.ts'
import { useMedia } from '@/ui/media.ts'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { Empty } from '@/ui/states.tsx'
import { personal, shared } from './sections.ts'

export function Settings() {
  const m = useSettingsMessages()
  const me = useMe()
  const places = usePlaces()
  const wide = useMedia('(width >= 48rem)')
  const { pathname } = useLocation()
  const atList = pathname.replace(/\/$/, '') === '/settings'
  const here = [...personal, ...shared].find(({ to }) => pathname.startsWith(to))
  const scroller = useScrollerName('list')
  const mayEnter = !here || isAtLeast(me.role, here.needs)
  return (
    <div className="flex h-full">
      <nav {...scroller} aria-label={m.nav.settings} className={classes('w-full shrink-0 flex-col gap-5 overflow-y-auto px-3 py-5 md:flex md:w-56 md:border-r', atList ? 'flex' : 'hidden')}>
        <h1 className="px-2 text-xl font-semibold md:sr-only">{wide ? m.nav.settings : m.actions.more}</h1>
        <div className="grid gap-0.5 border-b pb-3 md:hidden">
          <OrganizationMenu me={me} />
          {isAtLeast(me.role, 'member') &&
            places.slice(phoneTabs).map(({ to, label, icon: Icon }) => (
              <Link key={to} to={to} className={lineLook}>
                <Icon size={16} strokeWidth={1.8} />
                {label}
              </Link>
            ))}
        </div>
        <Links title={m.settings.you} sections={personal} />
        <Links title={me.organization.name} sections={shared.filter(({ needs }) => isAtLeast(me.role, needs))} />
        <div className="grid gap-0.5 border-t pt-3 md:hidden">
          <button type="button" className={lineLook} onClick={() => void signOut()}>
            <LogOut size={16} strokeWidth={1.8} />
            {m.sign_out}
          </button>
        </div>
      </nav>
      <Section key={here?.name} hidden={atList}>
        {mayEnter ? (
          <Outlet />
        ) : (
          <Empty icon={<Lock size={20} />} title={m.settings.locked}>
            {m.settings.locked_hint(m.roles[here.needs], m.roles[me.role])}
          </Empty>
        )}
      </Section>
    </div>
  )
}

/** Each begins at its top. */
function Section({ hidden, children }: { hidden: boolean; children: ReactNode }) {
  return (
    <div {...useScrollerName('section')} className={classes('min-w-0 flex-1 overflow-y-auto', hidden && 'hidden md:block')}>
      {children}
    </div>
  )
}

/** What `/settings` is beside its list, where there is room for it. */
export function FirstSection() {
  return useMedia('(width >= 48rem)') && <Navigate to="/settings/profile" replace />
}

const lineLook =
  'flex h-11 items-center gap-2.5 rounded-md px-2 text-left font-medium text-ink-soft hover:bg-hover hover:text-ink data-[status=active]:bg-hover data-[status=active]:text-ink md:h-8 md:text-sm'

type AnySection = (typeof personal)[number] | (typeof shared)[number]

function Links({ title, sections }: { title: string; sections: readonly AnySection[] }) {
  const m = useSettingsMessages()
  return (
    <section>
      <h2 className="mb-1 truncate px-2 text-xs font-medium text-ink-faint">{title}</h2>
      <ul className="grid grid-cols-1 gap-0.5">
        {sections.map(({ name, to, icon: Icon }) => (
          <li key={name}>
            <Link to={to} className={lineLook}>
              <Icon size={16} strokeWidth={1.8} />
              {m.settings.sections[name]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
