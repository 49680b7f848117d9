// The pages before one is in.

import { createRoute } from '@tanstack/react-router'
import { root } from './frame.ts'
import { lazyScreen } from './lazy-screen.ts'
import { text } from './search.ts'

interface Given {
  token?: string
}

const token = (search: Record<string, unknown>): Given => ({ token: text(search.token) })

export const entranceRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: (search: Record<string, unknown>): { next?: string; email?: string; ended?: boolean; error?: string } => ({
      next: text(search.next), email: text(search.email), ended: search.ended === true || undefined, error: text(search.error),
    }),
    component: lazyScreen(() => import('@/features/accounts/sign-in.tsx'), 'SignIn'),
  }),
  createRoute({ getParentRoute: () => root, path: '/setup', validateSearch: token, component: lazyScreen(() => import('@/features/accounts/setup.tsx'), 'Setup') }),
  createRoute({ getParentRoute: () => root, path: '/invitation', validateSearch: token, component: lazyScreen(() => import('@/features/accounts/invitation.tsx'), 'Invitation') }),
  createRoute({ getParentRoute: () => root, path: '/password', validateSearch: token, component: lazyScreen(() => import('@/features/accounts/password.tsx'), 'Password') }),
  createRoute({ getParentRoute: () => root, path: '/email', validateSearch: token, component: lazyScreen(() => import('@/features/accounts/email-confirmation.tsx'), 'EmailConfirmation') }),
  createRoute({ getParentRoute: () => root, path: '/unsubscribe', validateSearch: token, component: lazyScreen(() => import('@/features/inbox/unsubscribe.tsx'), 'Unsubscribe') }),
  createRoute({ getParentRoute: () => root, path: '/no-organization', component: lazyScreen(() => import('@/features/accounts/without-organization.tsx'), 'WithoutOrganization') }),
  createRoute({ getParentRoute: () => root, path: '/second-factor', component: lazyScreen(() => import('@/features/accounts/second-factor-needed.tsx'), 'SecondFactorNeeded') }),
] as const
