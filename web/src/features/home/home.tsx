// What the people and what passed add up to, at a glance.

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { meQuery } from '@/app/session.ts'
import { useMessages } from '@/messages/messages.tsx'
import { later } from '@/ui/later.tsx'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { Activity } from './activity-chart.tsx'
import { Added, Figure, MostActive, Recent, Upcoming } from './cards.tsx'
import { dashboardQuery, type Dashboard } from './dashboard-query.ts'

const FirstUse = later(async () => (await import('@/features/imports/first-use.tsx')).FirstUse)

export function Home() {
  const scroller = useScrollerName('home')
  const m = useMessages()
  const { data: me } = useSuspenseQuery(meQuery)
  const { data, error, refetch } = useQuery(dashboardQuery)
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />
  const isEmpty = data && data.counts.contacts === 0 && data.counts.interactions === 0
  return (
    <div {...scroller} className="@container h-full overflow-y-auto" tabIndex={0} role="group" aria-label={m.home.title}>
      <div className="mx-auto max-w-5xl px-4 py-6 sm:px-6 md:py-8 @6xl:max-w-[120rem]">
        <h1 className="text-xl font-semibold">{me.organization.name}</h1>
        {isEmpty && <FirstUse />}
        {!data && <Waiting />}
        {data && !isEmpty && <Figures data={data} />}
      </div>
    </div>
  )
}

const days = 30
/** The chart, and the cards: where there is room for three beside each other, the first of them stands beside the chart. */
const cards = 'grid grid-cols-1 gap-4 @3xl:grid-cols-2 @6xl:grid-cols-3'
const wide = '@3xl:col-span-2'

function Figures({ data }: { data: Dashboard }) {
  const m = useMessages()
  const { counts, activity, added, recent, most_active, upcoming_meetings, upcoming_dates } = data
  const since = new Date(Date.parse(data.computed_at) - days * 86_400_000).toISOString()
  const lately = (field: string) => ({ filter: [{ field, op: 'after' as const, value: since }], sort: `-${field}` })
  return (
    <div className="mt-5 grid grid-cols-1 gap-4">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Figure label={m.home.people} value={counts.contacts} to="/people" />
        <Figure label={m.home.added_lately} value={counts.contacts_added} of={counts.contacts} to="/people" search={lately('created_at')} />
        <Figure label={m.home.met_lately} value={counts.contacts_met} of={counts.contacts} to="/people" search={lately('last_interaction_at')} />
        <Figure label={m.home.companies} value={counts.companies} to="/companies" />
      </div>
      <div className={cards}>
        <Activity weeks={activity} className={wide} />
        <MostActive people={most_active} />
        <Upcoming meetings={upcoming_meetings} dates={upcoming_dates} />
        <Recent entries={recent} />
        <Added people={added} />
      </div>
    </div>
  )
}

function Waiting() {
  return (
    <Late>
      <div className="mt-5 grid gap-4">
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {[1, 2, 3, 4].map((figure) => (
            <Skeleton key={figure} className="h-19" />
          ))}
        </div>
        <div className={cards}>
          <Skeleton className={`${wide} h-72 @6xl:h-full`} />
          <Skeleton className="h-80" />
          <Skeleton className="h-80" />
        </div>
      </div>
    </Late>
  )
}
