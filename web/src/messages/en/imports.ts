import { count, many } from './counts.ts'

export const imports = {
  title: 'Import', drop: 'Drop files here', hint: 'Contacts (CSV, XLSX, vCard), mail (mbox, eml) and calendars (ICS), as they come out of other programs. You see what is in a file before anything is stored.', choose: 'Choose files', overlay: 'Drop to import',
  sending: 'Sending', drafts: 'Waiting to be started', discard: 'Discard', recent: 'Recent imports', none: 'No import yet', more: 'Show more', unreadable: 'This file cannot be imported',
  items: (format: string, n: number) => (format === 'mbox' || format === 'eml' ? many(n, 'message', 'messages') : many(n, 'row', 'rows')),
  delimiter: (mark: string) => `separated by ${mark}`, sheets: (n: number) => many(n, 'sheet', 'sheets'), sheet: 'Sheet',
  columns: 'Columns', has_header: 'The first line names the columns', first_rows: 'First rows', no_values: 'No values', means: (header: string) => `What “${header}” means`,
  ignore: 'Not imported', person: 'Person', custom: 'Custom fields', new_field: (header: string) => `New field “${header}”`,
  origins: { given: '', name: '', remembered: 'as the last time', content: 'by its content', none: 'new field' },
  targets: {
    name: 'Name', given_name: 'First name', middle_name: 'Middle name', family_name: 'Last name', email: 'E-mail', 'email:work': 'E-mail (work)', 'email:home': 'E-mail (home)', phone: 'Phone', 'phone:mobile': 'Phone (mobile)',
    'phone:work': 'Phone (work)', 'phone:home': 'Phone (home)', company: 'Company', title: 'Title', tags: 'Tags', birthday: 'Birthday', owner: 'Owner', id: 'Rapport ID',
  },
  nameless: 'Choose which column is the name, the e-mail address or the phone: without one, nobody can be recognized.',
  known: 'People you already know', modes: { upsert: 'Add and update', create: 'Only add', update: 'Only update', skip: 'Add, leave known ones' },
  mode_hints: { upsert: 'Known people get what the file adds; new ones are made.', create: 'Rows of known people are rejected.', update: 'Known people are changed; rows of new ones are rejected.', skip: 'Known people stay as they are; new ones are made.' },
  recognized: 'Recognized by', key_auto: 'Any address, else name, company and phone', keys: { email: 'E-mail', phone: 'Phone', name_company: 'Name and company', id: 'Rapport ID' }, tags_for_all: 'Tags for everyone in the file', tags_hint: 'Enter adds one',
  create_contacts: 'Make contacts from mail', create_from_meetings: 'Make contacts from meetings', everyone: 'Everyone', written_to: 'People we write to', off: 'Nobody',
  policy_hints: { everyone: 'Whoever takes part, but for machines and mailing lists.', written_to: 'Only those to whom one of us has written.', off: 'Entries go to the people who are here already.' },
  own_addresses: 'Your own addresses', own_addresses_hint: 'Those of members are known. Others, such as info@ or an old one, tell what was sent from what was received. One a line.',
  dry_run: 'Try it first', dry_run_start: 'Try', dry_run_hint: 'Goes through the whole file and stores nothing: you see how many would be added, changed and rejected.', dry_run_result: 'Nothing was stored. The import would do this:', start: 'Import',
  leave: 'You may leave this page: the import goes on, and is found again here and under Operations.',
  results: {
    created: 'Added', updated: 'Updated', unchanged: 'Unchanged', repeated: 'Repeated in the file', rejected: 'Rejected', contacts_created: 'People added', meetings: 'Meetings', removed: 'Removed', restored: 'Set back', kept: 'Left as they are',
  },
  see_people: 'See the people', download_rejects: 'Rejected rows as CSV', undo: 'Undo import', undone: 'This import was undone', undo_of: (name: string) => `Undo of ${name}`, undo_title: (name: string) => `Undo the import of ${name}?`,
  undo_people: (n: number) => `${many(n, 'person', 'people')} that it added ${n === 1 ? 'is' : 'are'} removed.`, undo_entries: (kind: string, n: number) => `${kind === 'import.mail' ? many(n, 'message', 'messages') : many(n, 'meeting', 'meetings')} that it added ${n === 1 ? 'is' : 'are'} removed from the timelines.`,
  undo_updated: (n: number) => `${many(n, 'entry', 'entries')} that it changed ${n === 1 ? 'is' : 'are'} as before again.`, undo_stays: 'Whoever was changed by somebody since, or has new mail or notes, stays and is listed.', undo_until: 'An import can be undone for 30 days.',
  rejects: 'Rejected rows', mend_hint: 'Mend the cells here; the rows that you change are imported by the same choices. Enter and arrows move up and down.', mend: (n: number) => (n === 0 ? 'Import mended rows' : `Import ${many(n, 'mended row', 'mended rows')}`),
  line: 'Line', reason: 'Reason', surplus: 'Surplus', cell: (header: string, line: number) => `${header}, line ${count.format(line)}`,
}
