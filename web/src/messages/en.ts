// Every word that the screens say. Plurals and names are functions of what they speak of.

const count = new Intl.NumberFormat('en')
const many = (n: number, one: string, other: string) => `${count.format(n)} ${n === 1 ? one : other}`

export const en = {
  language: 'English',
  actions: {
    add: 'Add', cancel: 'Cancel', close: 'Close', copy: 'Copy', copied: 'Copied', create: 'Create', remove: 'Delete', dismiss: 'Dismiss', done: 'Done', edit: 'Edit',
    more: 'More', next: 'Next', pause: 'Pause', previous: 'Previous', restore: 'Restore', resume: 'Resume', save: 'Save', search: 'Search', undo: 'Undo',
  },
  states: { failed: 'That did not work', retry: 'Try again', not_found: 'There is nothing here', not_found_hint: 'It may have been deleted, or belong to another organization.', loading: 'Loading' },
  nav: { home: 'Home', people: 'People', companies: 'Companies', imports: 'Import', operations: 'Operations', settings: 'Settings', main: 'Main', skip: 'Skip to content' },
  live: { live: 'Live', connecting: 'Connecting', offline: 'Offline: what you see may be old' },
  theme: { title: 'Appearance', system: 'System', light: 'Light', dark: 'Dark' },
  palette: { title: 'Search and commands', placeholder: 'Search people, or type a command', nothing: 'Nothing is called that.', go: 'Go to', commands: 'Commands', people: 'People' },
  shortcuts: {
    title: 'Keyboard shortcuts', anywhere: 'Anywhere', list: 'In lists', person: 'On a person', palette: 'Search and commands', sheet: 'This sheet',
    go_home: 'Go to Home', go_people: 'Go to People', go_import: 'Go to Import', go_operations: 'Go to Operations', down: 'Next row', up: 'Previous row', open: 'Open', select: 'Select',
    extend: 'Select up to here', clear: 'Clear the selection', filter: 'Filter', create: 'New person', next: 'Next person', previous: 'Previous person', edit: 'Edit', tag: 'Tag', back: 'Back to the list',
  },
  people: {
    title: 'People', new: 'New person', name: 'Name', company: 'Company', job: 'Title', email: 'E-mail', tags: 'Tags', last: 'Last contact', added: 'Added', never: 'never',
    empty: 'Nobody here yet', empty_hint: 'Bring in your contacts and your mail: drop a file anywhere on this page, or add somebody by hand.', none: 'Nobody matches', none_hint: 'Change or clear the filters.',
    clear: 'Clear filters', selected: (n: number) => `${count.format(n)} selected`, filter: 'Filter by name, address or company', sort: 'Sort', columns: 'Columns', created: (name: string) => `${name} was added.`,
    deleted: (n: number) => `${many(n, 'person', 'people')} deleted.`, restored: 'Restored.', total: (n: number) => many(n, 'person', 'people'), select_all: 'Select all that are shown', first_name: 'First name', last_name: 'Last name',
  },
  person: {
    details: 'Details', timeline: 'Timeline', empty: 'Nothing has passed between you yet', empty_hint: 'Mail and meetings appear here by themselves as they are imported.', add_email: 'Add an address', phone: 'Phone', phones: 'Phones',
    emails: 'Addresses', owner: 'Owner', fields: 'More', all: 'Everything', mail: 'Mail', meeting: 'Meetings', note: 'Notes', call: 'Calls', today: 'Today', yesterday: 'Yesterday', sent: 'sent', received: 'received', internal: 'internal',
    no_subject: '(no subject)', thread: (n: number) => many(n, 'message', 'messages'), saved: 'Saved.', placeholder: 'Empty', add_tag: 'Add a tag', write_note: 'Write a note', more: 'Show earlier',
  },
  imports: {
    title: 'Import', drop: 'Drop files here', hint: 'Contacts (CSV, XLSX, vCard), mail (mbox, eml) and calendars (ICS), as they come out of other programs.', choose: 'Choose files', overlay: 'Drop to import', sending: 'Sending', recent: 'Recent imports',
    none: 'No import yet', create_contacts: 'Make contacts from mail', off: 'Nobody', written_to: 'People we write to', everyone: 'Everyone', rejects: 'Rejected rows', summary: (done: number) => many(done, 'row', 'rows'),
  },
  operations: {
    title: 'Operations', empty: 'Nothing has run yet', empty_hint: 'Imports and other long jobs appear here, with their progress, and can be paused and resumed.', rate: (n: number) => `${count.format(Math.round(n))}/s`,
    left: (text: string) => `${text} left`, failed: (n: number) => many(n, 'rejected', 'rejected'),
    status: { queued: 'Queued', running: 'Running', paused: 'Paused', succeeded: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
  },
  accounts: {
    sign_in: 'Sign in', sign_out: 'Sign out', email: 'E-mail', password: 'Password', name: 'Your name', organization: 'Organization', set_up: 'Set up Rapport', set_up_hint: 'You become the owner. Everything stays on this server.', begin: 'Begin',
    no_token: 'Open the link that the terminal printed at the first start: it holds a token that is valid once.', password_hint: 'At least 10 characters.', second_factor: 'One more step', second_factor_hint: 'The code that your app shows, or one of your recovery codes.', code: 'Code',
  },
  home: { title: 'Home', welcome: (name: string) => `Welcome to ${name}`, first: 'Bring in your people', first_hint: 'Drop an export of your contacts or your mailbox here. Nothing leaves this server.', recent: 'Lately', added: 'Newly added' },
}

export type Messages = typeof en
