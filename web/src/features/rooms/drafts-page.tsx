// What somebody has begun to write, on any of their devices.

import { Link } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { RemoveButton } from '@/ui/remove-button.tsx'
import { Empty } from '@/ui/states.tsx'
import { dropMessageDraft, useDrafts, type Draft } from './drafts.ts'
import { cardLook, RoomLine } from './message-card.tsx'
import { Listed, RoomsPage } from './rooms-page.tsx'
import { fromMarkdown } from './written.ts'

export function DraftsPage() {
  const { drafts: m } = useMessages()
  const drafts = useDrafts()
  return (
    <RoomsPage title={m.title}>
      <Listed list={{ items: drafts, error: null, retry() {} }} idOf={({ room_id, thread_id }) => thread_id ?? room_id} empty={<Empty icon={<PenLine size={20} />} title={m.none}>{m.none_hint}</Empty>}>
        {(draft) => <OneDraft draft={draft} />}
      </Listed>
    </RoomsPage>
  )
}

function OneDraft({ draft }: { draft: Draft }) {
  const { drafts: m, rooms } = useMessages()
  const { when } = useFormats()
  const { room_id, thread_id, text, updated_at } = draft
  return (
    <div className="group relative">
      <Link to="/rooms/$id" params={{ id: room_id }} search={{ thread: thread_id ?? undefined }} className={cardLook}>
        <p className="flex items-center gap-2 text-xs text-ink-faint">
          <RoomLine id={room_id} />
          {thread_id && <span className="shrink-0">· {rooms.thread}</span>}
          <time dateTime={updated_at} className="ml-auto shrink-0">
            {when(updated_at)}
          </time>
        </p>
        <p className="mt-1.5 line-clamp-3 pr-6 wrap-anywhere whitespace-pre-line">{fromMarkdown(text).text}</p>
      </Link>
      <span className="absolute right-2 bottom-2">
        <RemoveButton label={m.discard} onClick={() => dropMessageDraft(draft)} />
      </span>
    </div>
  )
}
