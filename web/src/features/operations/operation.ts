import { explain, type Schemas } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'

export type Operation = Schemas['Operation']

export function hasEnded({ status }: Operation): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'cancelled'
}

/** How it stands, or that it is as if it had never been. */
export function stateOf({ status, undone_at }: Operation) {
  return undone_at === null ? status : 'undone'
}

/** Why it failed. */
export function explainFailure({ code, message }: NonNullable<Operation['error']>): string {
  return explain({ code, detail: message })
}

/** As people call it: by its file, where it has one. */
export function useOperationName({ kind, filename, dry_run }: Operation): string {
  const { operations, imports } = useMessages()
  const kinds: Record<string, string> = operations.kinds
  if (filename === null) return kinds[kind] ?? kind
  if (kind === 'import.undo' || kind === 'import.slack_undo') return imports.undo_of(filename)
  return dry_run ? imports.try_of(filename) : filename
}
