// What rooms have beside messages: what is kept, begun, shared and archived.

export const bookmarks = {
  title: 'Bookmarks', add: 'Bookmark', remove: 'Remove the bookmark', kept: 'Kept in your bookmarks.', dropped: 'Bookmark removed.', none: 'You have no bookmarks', none_hint: 'Keep a message for yourself with b, or with its bookmark; nobody else sees it.',
}
export const pins = { title: (name: string) => `Pinned in ${name}`, none: 'Nothing is pinned', none_hint: 'What everybody here should find again is pinned in the menu of a message.' }
export const drafts = { title: 'Drafts', mark: 'Draft', none: 'Nothing is begun', none_hint: 'What you write and do not send is here, on all of your devices.', discard: 'Discard the draft' }
export const sharing = {
  title: 'Share', share: 'Share', shared: (name: string) => `Shared in ${name}.`, open: 'Open', quote: 'Quote', where: 'Where to', find_room: 'Name of a room or person', no_room: 'You are in no such room.', comment: 'What you say to it',
  from_private: (name: string) => `This was said in a private room. Everybody in ${name} will read it.`,
}
export const attachments = { drop: (name: string) => `Drop to attach in ${name}`, too_many: (most: number) => `A message has at most ${most} files.` }
export const archive = { show: 'Archived channels', none: 'No channel is archived.', bring_back: 'Bring back', is_back: (name: string) => `${name} is back from the archive.` }
export const retention = {
  title: 'How long messages are kept', hint: 'Of all rooms that say nothing else. What is older is deleted for good within a day, with its files; pinned messages stay.', label: 'Messages are kept', forever: 'For ever', inherit: (days: string) => `As the organization says (${days})`,
  days: (n: number) => (n % 365 === 0 ? (n === 365 ? 'A year' : `${n / 365} years`) : n === 1 ? 'A day' : `${n} days`), kept: (days: string) => `Messages are kept for ${days.toLowerCase()}, and then deleted.`,
  question: (days: string) => `Keep messages for ${days.toLowerCase()}?`, warning: 'Everything older is deleted for good within a day, and nobody can bring it back. Laws and contracts may oblige you to keep some of it, or to delete it sooner: ask whoever looks after that.', confirm: 'Delete what is older',
  expired: 'This message was deleted because it was kept for its time only.',
}
export const room_export = { json: 'Export (JSON lines)', zip: 'Export with files (ZIP)' }
