import { count, many } from './counts.ts'

export const operations = {
  title: 'Operations', empty: 'Nothing has run yet', empty_hint: 'Imports and other long jobs appear here, with their progress, and can be paused and resumed.', rate: (n: number) => `${count.format(Math.round(n))}/s`,
  left: (text: string) => `${text} left`, failed: (n: number) => many(n, 'rejected', 'rejected'),
  status: { queued: 'Queued', running: 'Running', paused: 'Paused', succeeded: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
}
