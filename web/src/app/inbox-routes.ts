import { createRoute } from '@tanstack/react-router'
import { shell } from './frame.ts'
import { lazyScreen } from './lazy-screen.ts'

export const inboxRoute = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: ({ show }: Record<string, unknown>): { show?: 'unread' | 'snoozed' | 'done' } => ({ show: show === 'unread' || show === 'snoozed' || show === 'done' ? show : undefined }),
  component: lazyScreen(() => import('@/features/inbox/inbox.tsx'), 'Inbox'),
})
