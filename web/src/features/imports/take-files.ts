import { useNavigate } from '@tanstack/react-router'
import { currentMessages } from '@/messages/messages.tsx'
import { toast } from '@/ui/toasts.tsx'
import { joinMessages } from './mailbox.ts'
import { sendFiles } from './uploads.ts'

/** Sends files, and leads to the draft when there is only one. */
export function useTakeFiles() {
  const navigate = useNavigate()
  return async (files: File[]) => {
    const { imports: m } = currentMessages()
    if (files.length === 0) return toast(m.nothing_importable, { tone: 'danger' })
    await navigate({ to: '/import' })
    const sent = await joinMessages(files, m.messages)
    const drafts = await sendFiles(sent)
    if (sent.length === 1 && drafts.length === 1 && location.pathname === '/import') void navigate({ to: '/import/draft/$id', params: { id: drafts[0]!.id } })
  }
}
