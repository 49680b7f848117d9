// What can be done with a message: the most usual at hand, the rest in a menu.

import { useQuery } from '@tanstack/react-query'
import { Bookmark, BookmarkCheck, CircleUser, Ellipsis, Forward, Link2, ListPlus, MailOpen, MessageSquareReply, Pencil, Pin, PinOff, Quote, SmilePlus, Trash2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { copy } from '@/ui/copy.tsx'
import { MenuItem, menuLook } from '@/ui/menu.tsx'
import { toast } from '@/ui/toasts.tsx'
import { bookmark, roomBookmarksQuery } from './bookmarks.ts'
import { EmojiPicker } from './emoji-picker.tsx'
import { RemindMenu } from './later/remind-menu.tsx'
import { linkToMessage } from './message-actions.ts'
import type { Message, Room } from './rooms-queries.ts'

export interface MessageActions {
  edit(message: Message | undefined): void
  remove(message: Message): void
  unreadFrom?(message: Message): void
  reply?(message: Message): void
  react(message: Message, emoji: string): void
  pin(message: Message): void
  quote(message: Message): void
  share(message: Message): void
  /** At another time than those that are offered. */
  remind(message: Message): void
  /** Who wrote it. */
  about(message: Message): void
  /** Not for guests. */
  makeTask?(message: Message): void
}

/** Of a message that is chosen by keyboard: Enter leads there. */
export const toolbarId = (messageId: string) => `tools-${messageId}`

interface Props {
  room: Room
  message: Message
  /** Also where no pointer is over it. */
  shown: boolean
  mayRemove: boolean
  actions: MessageActions
}

/** As large as a finger needs. */
const underFinger = 'pointer-coarse:size-10'

export function MessageToolbar({ room, message, shown, mayRemove, actions }: Props) {
  const { rooms: m, bookmarks } = useTaskMessages()
  const me = useMe().user?.id
  const [menu, setMenu] = useState(false)
  const { data: isKept = false } = useQuery({ ...roomBookmarksQuery(room.id), select: (ids) => ids.includes(message.id) })
  const isOwn = message.author.id === me
  const isOpen = room.membership !== null && room.archived_at === null
  // By keyboard, once it is chosen.
  const order = shown ? 0 : -1
  return (
    <div id={toolbarId(message.id)} className={classes('absolute -top-5 right-0 z-10 gap-0.5 rounded-md bg-raised p-0.5 shadow-pop group-hover/line:flex group-focus-within/line:flex', shown || menu ? 'flex' : 'hidden')}>
      {isOpen && <EmojiPicker trigger={<Button size="sm" look="quiet" tabIndex={order} aria-label={m.react} title={m.react} icon={<SmilePlus size={14} />} className={underFinger} />} onPick={(emoji) => actions.react(message, emoji)} />}
      {actions.reply && <Action order={order} label={m.reply} keys="r" icon={<MessageSquareReply size={14} />} onClick={() => actions.reply!(message)} />}
      <Action order={order} label={isKept ? bookmarks.remove : bookmarks.add} keys="b" icon={isKept ? <BookmarkCheck size={14} className="text-accent" /> : <Bookmark size={14} />} onClick={() => void bookmark(message, !isKept)} />
      {isOwn && isOpen && <Action order={order} label={m.edit} keys="e" icon={<Pencil size={14} />} onClick={() => actions.edit(message)} />}
      {(isOwn || mayRemove) && isOpen && <Action order={order} label={m.remove} keys="#" icon={<Trash2 size={14} />} onClick={() => actions.remove(message)} />}
      <DropdownMenu.Root open={menu} onOpenChange={setMenu}>
        <DropdownMenu.Trigger asChild>
          <Button size="sm" look="quiet" tabIndex={order} aria-label={m.more} title={m.more} icon={<Ellipsis size={14} />} className={underFinger} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="end" sideOffset={4} className={menuLook}>
            <More room={room} message={message} isOwn={isOwn} isOpen={isOpen} actions={actions} />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </div>
  )
}

function More({ room, message, isOwn, isOpen, actions }: Pick<Props, 'room' | 'message' | 'actions'> & { isOwn: boolean; isOpen: boolean }) {
  const { rooms: m, sharing, tasks, presence } = useTaskMessages()
  const mayPin = isAtLeast(useMe().role, 'member') && isOpen && !message.thread_id
  const copyLink = async () => (await copy(linkToMessage(message), document.body)) && toast(m.link_copied)
  return (
    <>
      {isOpen && (
        <MenuItem icon={<Quote size={15} />} shortcut="q" onSelect={() => actions.quote(message)}>
          {sharing.quote}
        </MenuItem>
      )}
      {actions.makeTask && (
        <MenuItem icon={<ListPlus size={15} />} shortcut="t" onSelect={() => actions.makeTask!(message)}>
          {tasks.from_message}
        </MenuItem>
      )}
      <MenuItem icon={<Forward size={15} />} onSelect={() => actions.share(message)}>
        {sharing.title}
      </MenuItem>
      <RemindMenu message={message} onOther={actions.remind} />
      {message.author.kind === 'user' && message.author.id && (
        <MenuItem icon={<CircleUser size={15} />} shortcut="p" onSelect={() => actions.about(message)}>
          {presence.card_of(message.author.name ?? m.somebody)}
        </MenuItem>
      )}
      <MenuItem icon={<Link2 size={15} />} onSelect={() => void copyLink()}>
        {m.copy_link}
      </MenuItem>
      {mayPin && (
        <MenuItem icon={message.pinned_at ? <PinOff size={15} /> : <Pin size={15} />} onSelect={() => actions.pin(message)}>
          {message.pinned_at ? m.unpin : m.pin}
        </MenuItem>
      )}
      {!isOwn && room.membership && actions.unreadFrom && (
        <MenuItem icon={<MailOpen size={15} />} shortcut="u" onSelect={() => actions.unreadFrom!(message)}>
          {m.unread_from}
        </MenuItem>
      )}
    </>
  )
}

function Action({ order, label, keys, icon, onClick }: { order: number; label: string; keys: string; icon: ReactNode; onClick(): void }) {
  return <Button size="sm" look="quiet" tabIndex={order} aria-label={label} title={`${label} (${keys})`} icon={icon} className={underFinger} onClick={onClick} />
}
