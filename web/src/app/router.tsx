// The routes, each screen loaded when it is first needed.

import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { Problem } from '@/api/client.ts'
import { currentUser } from './session.ts'
import { NotFound, RouteError } from './route-states.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: RouteError })

/** Everything that only members see. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  async beforeLoad({ location }) {
    try {
      await currentUser()
    } catch (error) {
      if (error instanceof Problem && error.status === 401) throw redirect({ to: '/sign-in', search: { next: location.href } })
      throw error
    }
  },
})

export interface PeopleSearch {
  q?: string
  tag?: string
  company_id?: string
  sort?: string
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: text(search.next) }),
    component: lazyRouteComponent(() => import('@/features/accounts/sign-in.tsx'), 'SignIn'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: text(search.token) }),
    component: lazyRouteComponent(() => import('@/features/accounts/setup.tsx'), 'Setup'),
  }),
  shell.addChildren([
    createRoute({ getParentRoute: () => shell, path: '/', component: lazyRouteComponent(() => import('@/features/home/home.tsx'), 'Home') }),
    createRoute({
      getParentRoute: () => shell,
      path: '/people',
      validateSearch: (search: Record<string, unknown>): PeopleSearch => ({
        q: text(search.q), tag: text(search.tag), company_id: text(search.company_id), sort: text(search.sort),
      }),
      component: lazyRouteComponent(() => import('@/features/people/people.tsx'), 'People'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/people/$id',
      component: lazyRouteComponent(() => import('@/features/person/person.tsx'), 'Person'),
    }),
    createRoute({ getParentRoute: () => shell, path: '/import', component: lazyRouteComponent(() => import('@/features/imports/imports.tsx'), 'Imports') }),
    createRoute({ getParentRoute: () => shell, path: '/import/draft/$id', component: lazyRouteComponent(() => import('@/features/imports/draft.tsx'), 'DraftPage') }),
    createRoute({ getParentRoute: () => shell, path: '/import/$id', component: lazyRouteComponent(() => import('@/features/imports/import.tsx'), 'ImportPage') }),
    createRoute({ getParentRoute: () => shell, path: '/operations', component: lazyRouteComponent(() => import('@/features/operations/operations.tsx'), 'Operations') }),
  ]),
]

export const router = createRouter({ routeTree: root.addChildren(routes), defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
