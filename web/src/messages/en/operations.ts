import { count, many } from './counts.ts'

export const operations = {
  title: 'Operations', empty: 'Nothing has run yet', empty_hint: 'Imports and other long jobs appear here, with their progress, and can be paused and resumed.', rate: (n: number) => `${count.format(Math.round(n))}/s`,
  left: (text: string) => `${text} left`, failed: (n: number) => many(n, 'rejected', 'rejected'), done: (text: string, n: number) => `${text} ${n === 1 ? 'item' : 'items'}`, more: 'Show earlier',
  status: { queued: 'Queued', running: 'Running', paused: 'Paused', succeeded: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
  kinds: { 'import.contacts': 'People', 'import.mail': 'Mail', 'import.calendar': 'Calendar', 'import.undo': 'Undo', 'contacts.erase': 'Erasure of a person' },
}
