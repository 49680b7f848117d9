// What is around the pages before one is in: set-up, sign-in, invitation, reset.

import type { ReactNode } from 'react'
import { useTitle } from '@/app/title.ts'

export function Entrance({ title, lead, children, foot }: { title: string; lead?: ReactNode; children: ReactNode; foot?: ReactNode }) {
  useTitle(title)
  return (
    <main className="flex min-h-full flex-col items-center justify-center px-5 py-10">
      <img src="/icon.svg" alt="" className="mb-6 size-11" />
      <div className="w-full max-w-sm rounded-lg bg-surface p-6 shadow-pop sm:p-8">
        <h1 className="text-xl font-semibold">{title}</h1>
        {lead && <p className="mt-1 text-ink-soft">{lead}</p>}
        {children && <div className="mt-6">{children}</div>}
      </div>
      {foot && <div className="mt-5 text-sm text-ink-soft">{foot}</div>}
    </main>
  )
}

export const entranceLink = 'rounded-sm font-medium text-accent underline-offset-2 hover:underline'
