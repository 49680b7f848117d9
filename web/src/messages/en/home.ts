import { count, many } from './counts.ts'

export const home = {
  title: 'Home', first: 'Bring in your people', first_hint: 'Drop contacts (CSV, Excel, vCard), mail (mbox, eml) or a calendar (ICS) here, or a folder of them. You see what is in it before anything is stored, and nothing leaves this server.',
  sources: 'Where to get such a file',
  source_list: [
    ['Google Contacts', 'Export, then “Google CSV” or “vCard”'],
    ['Gmail', 'takeout.google.com, only Mail: unpack it, and drop the .mbox'],
    ['Outlook', 'People, Manage contacts, Export contacts: a CSV'],
    ['Apple Contacts', 'Select all, then File, Export, Export vCard'],
    ['Apple Mail', 'Mailbox, Export Mailbox: drop the folder as it is'],
    ['LinkedIn', 'Settings, Data privacy, Get a copy of your data, Connections: unpack it'],
  ] as [name: string, how: string][],
  people: 'People', companies: 'Companies', interactions: 'Interactions', added_lately: 'New in 30 days', met_lately: 'Met in 30 days', none_yet: 'Nothing yet',
  activity: 'Activity', activity_hint: 'Mail and meetings of the last 12 weeks', week_of: (day: string) => `Week of ${day}`, mail_in: 'Received', mail_out: 'Sent', meetings: 'Meetings', others: 'Others', total: 'All', as_table: 'Show as a table', as_chart: 'Show as a chart',
  active: 'Most active', active_hint: 'in the last 30 days', times: (n: number) => many(n, 'interaction', 'interactions'), short: (n: number) => count.format(n),
  upcoming: 'Coming up', no_upcoming: 'No meetings or dates in the next 30 days.', birthday: 'Birthday', anniversary: 'Anniversary', recent: 'Lately', added: 'Newly added', no_subject: '(no subject)', today: 'today',
}
