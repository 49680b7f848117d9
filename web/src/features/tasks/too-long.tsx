import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'

export const longestTitle = 500

/** Letters as the server counts them. */
export function lengthOf(text: string): number {
  return [...text.trim()].length
}

/** Says that more was written than there is room for. It stays as it was written, to be made shorter. */
export function TooLong({ id, length, most, className }: { id: string; length: number; most: number; className?: string }) {
  const { tasks: m } = useTaskMessages()
  const { number } = useFormats()
  return (
    <p id={id} role="alert" className={`text-xs text-danger ${className}`}>
      {m.too_long(number(length), number(most))}
    </p>
  )
}
