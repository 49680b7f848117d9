// Who or what it is, and what passed between us; side by side, or on a phone as tabs.

import { Tabs } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { sidePaneWidth } from '@/ui/panes.ts'
import { useScrollerName } from '@/ui/scroller-name.ts'
import { tabListLook, tabLook } from '@/ui/tabs.ts'

interface Props {
  /** Of whom. */
  label: string | undefined
  heading: ReactNode
  /** Each is told how to come in sight, before something is written there. */
  details(reveal: () => void): ReactNode
  timeline(reveal: () => void): ReactNode
}

/** One tree for both, so that a window that becomes narrow keeps what is being read and written. */
export function Panes({ label, heading, details, timeline }: Props) {
  const m = useMessages()
  const [tab, setTab] = useState('timeline')
  const [both, side, main] = [useScrollerName('both'), useScrollerName('details'), useScrollerName('timeline')]
  return (
    <Tabs.Root {...both} value={tab} onValueChange={setTab} className="min-h-0 flex-1 max-lg:overflow-y-auto lg:flex">
      <div {...side} className={`max-lg:contents lg:shrink-0 lg:overflow-y-auto lg:border-r lg:p-5 ${sidePaneWidth}`}>
        <div className="max-lg:px-4 max-lg:pt-4 sm:max-lg:px-6">{heading}</div>
        <Tabs.List aria-label={label} className={`${tabListLook} sticky top-0 z-20 bg-surface px-4 sm:px-6 lg:hidden`}>
          {(['timeline', 'details'] as const).map((value) => (
            <Tabs.Trigger key={value} value={value} className={tabLook}>
              {m.person[value]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content forceMount value="details" className="max-lg:px-4 max-lg:py-4 max-lg:data-[state=inactive]:hidden sm:max-lg:px-6">
          {details(() => setTab('details'))}
        </Tabs.Content>
      </div>
      <Tabs.Content {...main} forceMount value="timeline" className="min-w-0 flex-1 max-lg:data-[state=inactive]:hidden lg:overflow-y-auto">
        {timeline(() => setTab('timeline'))}
      </Tabs.Content>
    </Tabs.Root>
  )
}
