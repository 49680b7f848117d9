import { useInfiniteQuery } from '@tanstack/react-query'
import { Bookmark } from 'lucide-react'
import { useMessages } from '@/messages/messages.tsx'
import { RemoveButton } from '@/ui/remove-button.tsx'
import { Empty } from '@/ui/states.tsx'
import { bookmark, bookmarkListQuery } from './bookmarks.ts'
import { MessageCard } from './message-card.tsx'
import { Listed, listingOf, RoomsPage } from './rooms-page.tsx'

export function BookmarksPage() {
  const { bookmarks: m } = useMessages()
  const bookmarks = useInfiniteQuery(bookmarkListQuery)
  return (
    <RoomsPage title={m.title}>
      <Listed list={listingOf(bookmarks)} idOf={({ message }) => message.id} empty={<Empty icon={<Bookmark size={20} />} title={m.none}>{m.none_hint}</Empty>}>
        {({ message }) => (
          <div className="group relative">
            <MessageCard message={message}>{message.snippet || message.files.map(({ name }) => name).join(', ')}</MessageCard>
            <span className="absolute right-2 bottom-2">
              <RemoveButton label={m.remove} onClick={() => void bookmark(message, false)} />
            </span>
          </div>
        )}
      </Listed>
    </RoomsPage>
  )
}
