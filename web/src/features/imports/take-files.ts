import { useNavigate } from '@tanstack/react-router'
import { sendFiles } from './uploads.ts'

/** Sends files, and leads to the draft when there is only one. */
export function useTakeFiles() {
  const navigate = useNavigate()
  return async (files: File[]) => {
    if (files.length === 0) return
    await navigate({ to: '/import' })
    const drafts = await sendFiles(files)
    if (drafts.length === 1 && files.length === 1 && location.pathname === '/import') void navigate({ to: '/import/draft/$id', params: { id: drafts[0]!.id } })
  }
}
