import { createRoute } from '@tanstack/react-router'
import { shell } from './frame.ts'
import { lazyScreen } from './lazy-screen.ts'

export const inboxRoute = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): { show?: 'snoozed' | 'done' } => ({ show: search.show === 'snoozed' || search.show === 'done' ? search.show : undefined }),
  component: lazyScreen(() => import('@/features/inbox/inbox.tsx'), 'Inbox'),
})
