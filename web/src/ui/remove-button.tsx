import { X } from 'lucide-react'

/** Takes a line away; where there is a mouse, seen when it is over the line (`group`). */
export function RemoveButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick} className="rounded-md p-1 text-ink-faint opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:text-danger focus-visible:opacity-100 max-md:opacity-100">
      <X size={13} />
    </button>
  )
}
