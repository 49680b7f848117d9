import { count, many } from './counts.ts'

export const operations = {
  title: 'Operations', empty: 'Nothing has run yet', empty_hint: 'Imports and other long jobs appear here, with their progress, and can be paused and resumed.', rate: (n: number) => `${count.format(Math.round(n))}/s`,
  each_second: 'A second', time_left: 'Time left', gone_through: 'Gone through', out_of: (total: string) => `Gone through, of ${total}`,
  left: (text: string) => `${text} left`, failed: (n: number) => many(n, 'rejected', 'rejected'), done: (text: string, n: number) => `${text} ${n === 1 ? 'item' : 'items'}`, more: 'Show earlier',
  cancel_title: (name: string) => `Cancel ${name}?`, keep_on: 'Keep it going', cancel_it: 'Cancel it', cancel_hint: 'What it has done until now stays, and can be undone then. It cannot be resumed: pause it instead if it is to go on later.', cancel_undo: 'What it has taken back stays so. Undoing once more goes on from there.', cancel_erasure: 'The person is gone already. Mentions elsewhere that it has not reached stay.',
  states: { queued: 'Queued', running: 'Running', paused: 'Paused', succeeded: 'Done', failed: 'Failed', cancelled: 'Cancelled', undone: 'Undone' },
  kinds: { 'import.slack': 'Slack export', 'import.slack_undo': 'Undo', 'import.contacts': 'People', 'import.mail': 'Mail', 'import.calendar': 'Calendar', 'import.undo': 'Undo', 'contacts.erase': 'Erasure of a person', 'contacts.bulk': 'Change of many people', 'contacts.bulk_undo': 'Undo of a change of many', 'companies.bulk': 'Change of many companies', 'companies.bulk_undo': 'Undo of a change of many companies' },
}
