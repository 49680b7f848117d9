// The routes around all others.

import { createRootRoute, createRoute, redirect } from '@tanstack/react-router'
import { Problem } from '@/api/client.ts'
import { findCursor } from '@/api/live.ts'
import { NotFound, RouteError } from './route-states.tsx'
import { currentUser } from './session.ts'
import { Shell } from './shell.tsx'

export const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: RouteError })

/** Everything that is seen by who has signed in. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  async beforeLoad({ location }) {
    try {
      const [me] = await Promise.all([currentUser(), findCursor()])
      const { in: organization } = location.search as { in?: string }
      if (organization && organization !== me.organization.id) await (await import('./elsewhere.ts')).follow(location.href)
      // Guests have rooms, and settings of their own.
      if (me.role === 'guest' && !/^\/(?:rooms|inbox|settings)(?:\/|$)/.test(location.pathname)) throw redirect({ to: '/rooms', replace: true })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.status === 401) throw redirect({ to: '/sign-in', search: { next: location.href } })
      if (error.code === 'no_organization') throw redirect({ to: '/no-organization' })
      if (error.code === 'two_factor_needed') throw redirect({ to: '/second-factor' })
      throw error
    }
  },
})
