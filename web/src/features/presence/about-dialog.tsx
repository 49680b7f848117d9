import { useMessages } from '@/messages/messages.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { PersonCard } from './person-card.tsx'

/** The card of somebody who was chosen by keyboard, where no name was clicked on. */
export function AboutDialog({ author: { id, name }, onClose }: { author: { id: string | null; name: string | null }; onClose(): void }) {
  const m = useMessages()
  const shown = name ?? m.rooms.somebody
  return (
    <Dialog title={m.presence.card_of(shown)} open onClose={onClose} className="w-[min(24rem,calc(100vw-2rem))]">
      <PersonCard userId={id!} name={shown} />
    </Dialog>
  )
}
