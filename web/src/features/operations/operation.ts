import type { Schemas } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'

export type Operation = Schemas['Operation']

export function hasEnded({ status }: Operation): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'cancelled'
}

/** As people call it: by its file, where it has one. */
export function useOperationName({ kind, filename, dry_run }: Operation): string {
  const { operations, imports } = useMessages()
  const kinds: Record<string, string> = operations.kinds
  if (filename === null) return kinds[kind] ?? kind
  if (kind === 'import.undo') return imports.undo_of(filename)
  return dry_run ? imports.try_of(filename) : filename
}
