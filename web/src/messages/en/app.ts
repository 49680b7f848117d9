export const app = {
  language: 'English',
  sign_out: 'Sign out',
  show_more: 'Show more',
  roles: { guest: 'Guest', member: 'Member', admin: 'Admin', owner: 'Owner' },
  actions: {
    add: 'Add', cancel: 'Cancel', close: 'Close', copy: 'Copy', copied: 'Copied', create: 'Create', remove: 'Delete', dismiss: 'Dismiss', done: 'Done', edit: 'Edit', hide: 'Hide',
    more: 'More', next: 'Next', pause: 'Pause', previous: 'Previous', restore: 'Restore', resume: 'Resume', save: 'Save', search: 'Search', show: 'Show', undo: 'Undo',
  },
  states: { no_answer: 'The server does not answer. Nothing was changed; try again when the connection is back.', answered: (status: number) => `The server answered with the status ${status}.`, failed: 'That did not work', retry: 'Try again', not_found: 'There is nothing here', not_found_hint: 'It may have been deleted, or belong to another organization.', loading: 'Loading', guest: (name: string) => `You are a guest of ${name}`, guest_hint: 'Guests see the rooms to which they are invited, and you are invited to none yet. Whoever invites you, you are told here.', guest_settings: 'Your settings' },
  nav: { home: 'Home', inbox: 'Inbox', rooms: 'Rooms', tasks: 'Tasks', people: 'People', companies: 'Companies', imports: 'Import', duplicates: 'Duplicates', operations: 'Operations', organizations: 'Organizations', new_organization: 'New organization', new_organization_hint: 'You become its owner. What is here stays here.', organization_name: 'Name', organization_settings: 'Organization settings', settings: 'Settings', main: 'Main', skip: 'Skip to content' },
  live: { live: 'Live', connecting: 'Connecting', offline: 'Offline: what you see may be old' },
  theme: { title: 'Appearance', system: 'System', light: 'Light', dark: 'Dark' },
  palette: {
    title: 'Search and commands', placeholder: 'Search everything, or type a command', searching: 'Searching …', nothing: 'Nothing is called that.', go: 'Go to', commands: 'Commands', here: 'On this page', recent: 'Lately looked at', meant: (words: string) => `Nothing has these words. Found for “${words}”:`,
    kinds: { contact: 'People', company: 'Companies', mail: 'Mail', meeting: 'Meetings', call: 'Calls', note: 'Notes', message: 'Messages', task: 'Tasks' },
    all_messages: (words: string) => `All messages with “${words}”`,
  },
  shortcuts: {
    title: 'Keyboard shortcuts', anywhere: 'Anywhere', list: 'In lists', person: 'On a person or a company', palette: 'Search and commands', sheet: 'This sheet',
    undo: 'Undo what was just done', go_home: 'Go to Home', go_inbox: 'Go to Inbox', go_rooms: 'Go to Rooms', go_tasks: 'Go to Tasks', go_people: 'Go to People', go_companies: 'Go to Companies', go_import: 'Go to Import', go_duplicates: 'Go to Duplicates', go_operations: 'Go to Operations', go_settings: 'Go to Settings', down: 'Next row', up: 'Previous row', open: 'Open', select: 'Select',
    extend: 'Select up to here', clear: 'Clear the selection', filter: 'Filter', create: 'New person', next: 'Next person', previous: 'Previous person', next_one: 'Next one', previous_one: 'Previous one', edit: 'Edit', edit_cell: 'Edit a cell', cell: 'Previous, next cell', note: 'Write a note', call: 'Log a call', meeting: 'Log a meeting', tag: 'Tag', remove: 'Delete, with undo', select_down: 'Select downwards', select_up: 'Select upwards', select_all: 'Select all', by_filter: 'Add a filter', ends: 'First, last row', save_next: 'Save, edit the next cell', property: 'Previous, next property', side: 'Of the left, of the right one', back: 'Back to the list',
  },
}
