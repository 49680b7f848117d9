import { many } from './counts.ts'

export const imports = {
  title: 'Import', drop: 'Drop files here', hint: 'Contacts (CSV, XLSX, vCard), mail (mbox, eml) and calendars (ICS), as they come out of other programs.', choose: 'Choose files', overlay: 'Drop to import', sending: 'Sending', recent: 'Recent imports',
  none: 'No import yet', create_contacts: 'Make contacts from mail', off: 'Nobody', written_to: 'People we write to', everyone: 'Everyone', rejects: 'Rejected rows', summary: (done: number) => many(done, 'row', 'rows'),
}
