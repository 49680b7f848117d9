import { many } from './counts.ts'

export const records = {
  fields: {
    lead: 'What you keep of people beside what all have.', create: 'New field', none: 'There is no custom field yet.', label: 'Name', type: 'Type', type_stays: 'The type cannot be changed later.', types: { text: 'Text', number: 'Number', date: 'Date', select: 'Choice', url: 'Link', boolean: 'Yes or no' }, edit: 'Edit field', edit_of: (name: string) => `Edit ${name}`,
    options: 'Options', option: (n: number) => `Option ${n}`, add_option: 'Add an option', remove_option: (name: string) => `Take away ${name}`, up: (name: string) => `Move ${name} up`, down: (name: string) => `Move ${name} down`, options_gone: (names: string) => `Taken from everybody who has it: ${names}.`,
    remove_of: (name: string) => `Delete ${name}`, removed: (name: string) => `${name} was deleted.`, loses: (n: number) => (n === 0 ? 'Nobody has a value in it.' : `${many(n, 'person loses the value', 'people lose the value')} that they have in it. This cannot be undone.`),
  },
  tags: {
    lead: 'Words on people. A tag that gets the name of another becomes that one.', create: 'New tag', none: 'There is no tag yet.', find: 'Find tags', no_match: 'No tag is called that.', edit: 'Edit tag', edit_of: (name: string) => `Edit ${name}`, color: 'Colour', no_color: 'No colour', merge: 'Make them one',
    becomes: (name: string, other: string) => `“${other}” is there already: everybody who has “${name}” gets “${other}” instead. This cannot be undone.`, remove_of: (name: string) => `Delete ${name}`, removed: (name: string) => `The tag ${name} was deleted.`, loses: (n: number) => (n === 0 ? 'Nobody has it.' : `It is taken from ${many(n, 'person', 'people')}. This cannot be undone.`),
  },
  task_settings: {
    lead: 'What all tasks share: where they can stand, and the words on them.', statuses: 'Statuses', statuses_hint: 'The columns of the board, in their order.', statuses_locked: 'The columns of the board. Whoever administers your organization changes them.', create_status: 'New status', meaning: 'What it means', meaning_stays: 'It stays: for another meaning, make another status and move the tasks there.',
    up: (name: string) => `Move ${name} up`, down: (name: string) => `Move ${name} down`, edit_of: (name: string) => `Edit ${name}`, remove_of: (name: string) => `Delete ${name}`, removed: (name: string) => `${name} was deleted.`, needed: 'Tasks need one of this meaning: make another one first.',
    moves: (n: number) => (n === 0 ? 'No task has it. What was deleted and is restored comes to another status.' : `${many(n, 'task has', 'tasks have')} it: they come to another status.`), into: 'They come to', labels: 'Labels', labels_hint: 'Words on tasks. A new one is made by writing it on a task.', no_labels: 'There is no label yet.', loses: (n: number) => (n === 0 ? 'No task has it.' : `It is taken from ${many(n, 'task', 'tasks')}. This cannot be undone.`),
  },
  audit: {
    lead: 'Who did what, when, and from where.', what: 'What', anything: 'Anything', who: 'Who', anybody: 'Anybody', from: 'From', to: 'Until', none: 'Nothing like that has happened.', system: 'Rapport itself', system_for: (name: string) => `Rapport, for ${name}`, gone: 'Somebody who is gone', subject: 'To what', actor: 'Who', address: 'Address', program: 'Program', data: 'Data', no_data: 'Not kept any longer.',
    formats: { csv: 'CSV', jsonl: 'JSON lines' },
    types: {
      session: 'Sessions', sign_in: 'Failed sign-ins', user: 'Accounts', passkey: 'Passkeys', member: 'Members', invitation: 'Invitations', api_key: 'API keys', organization: 'Organization', webhook: 'Webhooks', contact: 'People', company: 'Companies', interaction: 'Timelines', note: 'Notes', room: 'Rooms', message: 'Messages', task: 'Tasks', task_status: 'Statuses', label: 'Labels', import: 'Imports', operation: 'Operations', export: 'Exports', tag: 'Tags', field: 'Fields', view: 'Views',
    },
  },
  outbox: { lead: 'Mails that were not sent, because there is no mail server (SMTP_URL): to be passed on by hand.', none: 'No mail is waiting.', copy: 'Copy text' },
  data: {
    lead: 'Everything that is here, as files of other programs; what came in, and who is to be forgotten.', one: 'One person', one_hint: 'What somebody may ask for: everything about them, or to be forgotten.', one_hint_member: 'What somebody may ask for: everything about them.', who: 'Who', find: 'Name, address or phone', take_along: 'Everything as a ZIP', another: 'Somebody else', erase: 'Erase',
    erase_title: (name: string) => `Erase ${name}?`, erase_question: 'Their mails, notes and files go, and every mention of them anywhere else. This cannot be undone by anybody; a receipt without their name stays.', type_name_or: (name: string, address: string) => `Type “${name}” or “${address}”`, erased: (name: string) => `${name} is erased. Mentions elsewhere are being looked for.`, imports: 'Imports', imports_hint: 'What came in from files, with what was rejected; to be taken back for 30 days.', see: 'See them',
    download: 'Download', download_of: (name: string) => `Download ${name}`, erasures: 'Erased people', erasures_hint: 'People who were erased for good, each with the receipt.', no_erasures: 'Nobody has been erased.', erased_rows: (n: number) => many(n, 'row', 'rows'), erasure_done: 'done', erasure_running: 'still looking for traces', receipt: 'Receipt',
    files: { 'contacts.csv': 'People as a table. Imported again it changes nothing.', 'contacts.vcf': 'People as vCards, for address books.', 'timeline.jsonl': 'Everything that passed, a line each.', 'timeline.mbox': 'Mails with their attachments, for mail programs.', 'calendar.ics': 'Meetings, for calendars.' },
  },
}
