import { X } from 'lucide-react'
import { LineButton } from './line-button.tsx'

/** Takes a line away. */
export function RemoveButton({ label, onClick }: { label: string; onClick(): void }) {
  return <LineButton danger label={label} icon={<X size={13} />} onClick={onClick} />
}
