import { many } from './counts.ts'

export const person = {
  details: 'Details', timeline: 'Timeline', empty: 'Nothing has passed between you yet', empty_hint: 'Mail and meetings appear here by themselves as they are imported.', add_email: 'Add an address', phone: 'Phone', phones: 'Phones',
  emails: 'Addresses', owner: 'Owner', fields: 'More', all: 'Everything', mail: 'Mail', meeting: 'Meetings', note: 'Notes', call: 'Calls', today: 'Today', yesterday: 'Yesterday', sent: 'sent', received: 'received', internal: 'internal',
  no_subject: '(no subject)', thread: (n: number) => many(n, 'message', 'messages'), saved: 'Saved.', placeholder: 'Empty', add_tag: 'Add a tag', write_note: 'Write a note', more: 'Show earlier',
}
