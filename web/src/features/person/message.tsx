// One message: who wrote it to whom, what it says, what came with it.

import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { Attachments } from './attachments.tsx'
import { MailFrame } from './mail-frame.tsx'
import { interactionQuery, type Interaction } from './timeline-queries.ts'

const roles = ['from', 'to', 'cc', 'bcc'] as const

export function Message({ id }: { id: string }) {
  const m = useMessages()
  const { data, error, refetch } = useQuery(interactionQuery(id))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) {
    return (
      <Late>
        <Skeleton className="m-4 h-24" />
      </Late>
    )
  }
  const { body, attachments } = data
  return (
    <div className="grid gap-3 px-4 py-3">
      <Addresses interaction={data} />
      {body?.html ? <MailFrame id={id} body={body} /> : <PlainText text={body?.text ?? ''} quoted={body?.quoted ?? null} />}
      {body?.truncated && <p className="text-xs text-warning">{m.person.truncated}</p>}
      <Attachments attachments={attachments} />
    </div>
  )
}

function Addresses({ interaction: { participants, occurred_at } }: { interaction: Interaction }) {
  const m = useMessages()
  const { day, time } = useFormats()
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs text-ink-soft">
      {roles.map((role) => {
        const people = participants.filter((each) => each.role === role)
        return (
          people.length > 0 && (
            <Fragment key={role}>
              <dt className="text-ink-faint">{m.person.roles[role]}</dt>
              <dd className="break-words">{people.map(({ name, address }) => (name && address ? `${name} <${address}>` : (name ?? address))).join(', ')}</dd>
            </Fragment>
          )
        )
      })}
      <dt className="text-ink-faint">{m.person.date}</dt>
      <dd>{`${day(occurred_at)}, ${time(occurred_at)}`}</dd>
    </dl>
  )
}

/** As it was written, what it only quotes folded. */
export function PlainText({ text, quoted }: { text: string; quoted: string | null }) {
  const m = useMessages()
  const [unfolded, setUnfolded] = useState(false)
  const own = quoted ? text.slice(0, text.length - quoted.length).trimEnd() : text
  return (
    <div className="max-w-3xl text-sm break-words whitespace-pre-wrap">
      {own}
      {quoted && (
        <div className="mt-2">
          <Button size="sm" look="quiet" className="-ml-2" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? m.person.fold : m.person.unfold}
          </Button>
          {unfolded && <blockquote className="mt-1 border-l-2 border-line-strong pl-3 text-ink-soft">{quoted.trim()}</blockquote>}
        </div>
      )}
    </div>
  )
}
