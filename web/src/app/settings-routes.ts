// The pages of the settings: their list is around each of them.

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shell } from './frame.ts'

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/features/settings/settings.tsx'), 'Settings'),
})

const page = <const Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => settings, path, component })

export const settingsRoutes = settings.addChildren([
  page('/', lazyRouteComponent(() => import('@/features/settings/settings.tsx'), 'FirstSection')),
  page('/profile', lazyRouteComponent(() => import('@/features/settings/profile/profile.tsx'), 'Profile')),
  page('/appearance', lazyRouteComponent(() => import('@/features/settings/appearance.tsx'), 'Appearance')),
  page('/sessions', lazyRouteComponent(() => import('@/features/settings/sessions/sessions.tsx'), 'Sessions')),
  page('/passkeys', lazyRouteComponent(() => import('@/features/settings/passkeys/passkeys.tsx'), 'Passkeys')),
  page('/two-factor', lazyRouteComponent(() => import('@/features/settings/two-factor/two-factor.tsx'), 'TwoFactor')),
  page('/organization', lazyRouteComponent(() => import('@/features/settings/organization/organization.tsx'), 'Organization')),
  page('/members', lazyRouteComponent(() => import('@/features/settings/members/members.tsx'), 'Members')),
  page('/fields', lazyRouteComponent(() => import('@/features/settings/fields/fields.tsx'), 'Fields')),
  page('/tags', lazyRouteComponent(() => import('@/features/settings/tags/tags.tsx'), 'Tags')),
  page('/data', lazyRouteComponent(() => import('@/features/settings/data/data.tsx'), 'Data')),
  page('/api-keys', lazyRouteComponent(() => import('@/features/settings/api-keys/api-keys.tsx'), 'ApiKeys')),
  page('/webhooks', lazyRouteComponent(() => import('@/features/settings/webhooks/webhooks.tsx'), 'Webhooks')),
  page('/webhooks/$id', lazyRouteComponent(() => import('@/features/settings/webhooks/webhook.tsx'), 'WebhookPage')),
  page('/audit', lazyRouteComponent(() => import('@/features/settings/audit/audit.tsx'), 'Audit')),
  page('/outbox', lazyRouteComponent(() => import('@/features/settings/outbox/outbox.tsx'), 'Outbox')),
])
