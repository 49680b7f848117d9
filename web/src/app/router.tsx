// The routes, each screen loaded when it is first needed.

import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { entranceRoutes } from './entrance-routes.ts'
import { root, shell } from './frame.ts'
import { text } from './search.ts'
import { settingsRoutes } from './settings-routes.ts'

export interface PeopleSearch {
  q?: string
  tag?: string
  company_id?: string
  sort?: string
}

const routes = [
  ...entranceRoutes,
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
    settingsRoutes,
  ]),
]

export const router = createRouter({ routeTree: root.addChildren(routes), defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
