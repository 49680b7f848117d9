// The pages of the settings: their list is around each of them.

import { createRoute, type RouteComponent } from '@tanstack/react-router'
import { shell } from './frame.ts'
import { lazyScreen } from './lazy-screen.ts'

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyScreen(() => import('@/features/settings/settings.tsx'), 'Settings'),
})

const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => settings, path, component })

export const settingsRoutes = settings.addChildren([
  page('/', lazyScreen(() => import('@/features/settings/settings.tsx'), 'FirstSection')),
  page('/profile', lazyScreen(() => import('@/features/settings/profile/profile.tsx'), 'Profile')),
  page('/availability', lazyScreen(() => import('@/features/settings/availability/availability.tsx'), 'Availability')),
  page('/appearance', lazyScreen(() => import('@/features/settings/appearance.tsx'), 'Appearance')),
  page('/notifications', lazyScreen(() => import('@/features/settings/notifications/notifications.tsx'), 'Notifications')),
  page('/sessions', lazyScreen(() => import('@/features/settings/sessions/sessions.tsx'), 'Sessions')),
  page('/passkeys', lazyScreen(() => import('@/features/settings/passkeys/passkeys.tsx'), 'Passkeys')),
  page('/two-factor', lazyScreen(() => import('@/features/settings/two-factor/two-factor.tsx'), 'TwoFactor')),
  page('/organization', lazyScreen(() => import('@/features/settings/organization/organization.tsx'), 'Organization')),
  page('/members', lazyScreen(() => import('@/features/settings/members/members.tsx'), 'Members')),
  page('/fields', lazyScreen(() => import('@/features/settings/fields/fields.tsx'), 'Fields')),
  page('/tags', lazyScreen(() => import('@/features/settings/tags/tags.tsx'), 'Tags')),
  page('/tasks', lazyScreen(() => import('@/features/settings/tasks/tasks.tsx'), 'TaskSettings')),
  page('/data', lazyScreen(() => import('@/features/settings/data/data.tsx'), 'Data')),
  page('/api-keys', lazyScreen(() => import('@/features/settings/api-keys/api-keys.tsx'), 'ApiKeys')),
  page('/webhooks', lazyScreen(() => import('@/features/settings/webhooks/webhooks.tsx'), 'Webhooks')),
  page('/webhooks/$id', lazyScreen(() => import('@/features/settings/webhooks/webhook.tsx'), 'WebhookPage')),
  page('/audit', lazyScreen(() => import('@/features/settings/audit/audit.tsx'), 'Audit')),
  page('/outbox', lazyScreen(() => import('@/features/settings/outbox/outbox.tsx'), 'Outbox')),
])
