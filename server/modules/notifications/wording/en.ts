import type { NotificationKind } from '../contract.ts'

type Sentence = (who: string, name: string, isThread: boolean) => string

const happened: Record<NotificationKind | 'comment', Sentence> = {
  urgent: (who) => `Urgent: ${who} waits for your answer`,
  reminder: () => 'Reminder',
  mention: (who, name, isThread) => `${who} mentioned you in ${isThread ? 'a thread of ' : ''}${name}`,
  direct_message: (who) => `${who} wrote to you`,
  reply: (who, name) => `${who} answered in a thread of ${name}`,
  comment: (who, name) => `${who} commented on ${name}`,
  assigned: (who, name) => `${who} assigned “${name}” to you`,
  due_soon: (_who, name) => `“${name}” is due soon`,
  unblocked: (_who, name) => `“${name}” can be begun`,
  not_sent: (_who, name) => (name ? `Your message in “${name}” was not sent` : 'A message of yours was not sent'),
  operation_finished: (_who, name) => `${name} is finished`,
  operation_failed: (_who, name) => `${name} failed`,
}

export const en = {
  rapport: 'Rapport',
  somewhere: 'a direct message',
  quoted: (title: string) => `“${title}”`,
  happened,
  /** Of long jobs that are no file. */
  operations: {
    'import.slack': 'The Slack export', 'import.slack_undo': 'Undoing the import', 'import.contacts': 'The import of people', 'import.mail': 'The import of mail', 'import.calendar': 'The import of a calendar',
    'import.undo': 'Undoing the import', 'contacts.erase': 'The erasure of a person', 'contacts.bulk': 'The change of many people', 'contacts.bulk_undo': 'Undoing the change of many people',
    'companies.bulk': 'The change of many companies', 'companies.bulk_undo': 'Undoing the change of many companies', 'tasks.bulk': 'The change of many tasks', 'tasks.bulk_undo': 'Undoing the change of many tasks',
  } as Record<string, string>,
  several: (first: string, more: number, organization: string) => `${first}, and ${more} more in ${organization}`,
  many: (count: number, organization: string) => `${count} things wait for you in ${organization}`,
  open: 'Open your inbox',
  open_more: (more: number) => `And ${more} more: open your inbox`,
  footnote: (organization: string, often: string) =>
    `You get this mail, at most ${often}, because you have not seen this in “${organization}” yet. What comes by mail, and how often, is for you to choose in your settings.`,
  every(minutes: number) {
    if (minutes < 60) return minutes === 1 ? 'once a minute' : `every ${minutes} minutes`
    const hours = Math.round(minutes / 60)
    return hours === 1 ? 'once an hour' : hours === 24 ? 'once a day' : `every ${hours} hours`
  },
  leave: 'No mail about notifications any more',
}

export type NotificationWords = typeof en
