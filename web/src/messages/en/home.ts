import { count, many } from './counts.ts'

export const home = {
  title: 'Home', first: 'Bring in your people', first_hint: 'Drop an export of your contacts or your mailbox here. Nothing leaves this server.',
  people: 'People', companies: 'Companies', interactions: 'Interactions', added_lately: 'New in 30 days', met_lately: 'Met in 30 days', none_yet: 'Nothing yet',
  activity: 'Activity', activity_hint: 'Mail and meetings of the last 12 weeks', week_of: (day: string) => `Week of ${day}`, mail_in: 'Received', mail_out: 'Sent', meetings: 'Meetings', others: 'Others', total: 'All', as_table: 'Show as a table', as_chart: 'Show as a chart',
  active: 'Most active', active_hint: 'in the last 30 days', times: (n: number) => many(n, 'interaction', 'interactions'), short: (n: number) => count.format(n),
  upcoming: 'Coming up', no_upcoming: 'No meetings or dates in the next 30 days.', birthday: 'Birthday', anniversary: 'Anniversary', recent: 'Lately', added: 'Newly added', no_subject: '(no subject)', today: 'today',
}
