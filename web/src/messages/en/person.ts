import { many } from './counts.ts'

export const person = {
  details: 'Details', timeline: 'Timeline', empty: 'Nothing has passed between you yet', empty_hint: 'Mail and meetings appear here by themselves as they are imported. Write a note with n.', add_email: 'Add an address', phone: 'Phone', phones: 'Phones', add_phone: 'Add a phone',
  links: 'Links', link: 'Link', add_link: 'Add a link', open: (what: string) => `Open ${what}`, emails: 'Addresses', owner: 'Owner', fields: 'More', all: 'Everything', filter: 'Kind', kinds: { mail: 'Mail', meeting: 'Meeting', note: 'Note', call: 'Call' } as Record<string, string>,
  today: 'Today', yesterday: 'Yesterday', tomorrow: 'Tomorrow', sent: 'sent', received: 'received', internal: 'internal', no_subject: '(no subject)', thread: (n: number) => many(n, 'message', 'messages'), later: 'Show later ones', attachments: 'Attachments', message: 'Message',
  roles: { from: 'From', to: 'To', cc: 'Cc', bcc: 'Bcc' }, date: 'Date', truncated: 'It was longer than is kept.', fold: 'Hide quoted text', unfold: 'Show quoted text', blocked: (n: number) => `${many(n, 'picture', 'pictures')} from elsewhere blocked`, load_images: 'Show', enlarge: 'Enlarge',
  more: 'Show earlier', saved: 'Saved.', removed: 'Deleted.', placeholder: 'Empty', add_tag: 'Add a tag', write: { note: 'Write a note', call: 'Log a call', meeting: 'Log a meeting' }, note_hint: 'What should be remembered?', pin: 'Pin', unpin: 'Unpin', pinned: 'pinned', cancelled: 'Cancelled',
  subject: 'Subject', begins: 'Begins', ends: 'Ends', backwards: 'It ends before it begins.', location: 'Place', what: 'What was said', nothing_written: 'Nothing was written down.', all_day: 'all day', people: (n: number) => many(n, 'person', 'people'), yes: 'Yes', no: 'No',
  photo_change: 'Change the photo', photo_hint: 'Click, or drop a picture', photo_remove: 'Remove the photo', last: (ago: string) => `Last contact ${ago}`, mail_to: 'Write', call_to: 'Call',
  is_deleted: (name: string) => `${name} was deleted.`, found: 'Found', has_draft: 'There is a draft', empty_fields: (n: number) => many(n, 'empty field', 'empty fields'),
  dates: { title: 'Dates', add: 'A date', kind: 'Kind', birthday: 'Birthday', anniversary: 'Anniversary', custom: 'Another', label: 'What it is', day: 'Day', month: 'Month', year: 'Year' },
  relationships: {
    title: 'Relationships', add: 'A relationship', kind: 'The other one is their', who: 'Who', search: 'Name or address', label: 'The other one is', inverse: 'This one is',
    kinds: {
      colleague: 'Colleague', manager: 'Manager', report: 'Report', assistant: 'Assistant', principal: 'Principal', spouse: 'Spouse', partner: 'Partner', parent: 'Parent', child: 'Child', sibling: 'Sibling', friend: 'Friend', referrer: 'Referrer', referral: 'Referral', custom: 'Other',
    },
  },
}
