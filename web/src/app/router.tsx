// The routes, each screen loaded when it is first needed.

import { createRoute, createRouter } from '@tanstack/react-router'
import { readPeopleSearch } from '@/features/people/people-search.ts'
import { readListSearch } from '@/features/views/list-search.ts'
import { entranceRoutes } from './entrance-routes.ts'
import { root, shell } from './frame.ts'
import { inboxRoute } from './inbox-routes.ts'
import { lazyScreen } from './lazy-screen.ts'
import { roomRoutes } from './room-routes.ts'
import { RouteError } from './route-states.tsx'
import { text } from './search.ts'
import { settingsRoutes } from './settings-routes.ts'
import { taskRoutes } from './task-routes.ts'

const routes = [
  ...entranceRoutes,
  shell.addChildren([
    createRoute({ getParentRoute: () => shell, path: '/', component: lazyScreen(() => import('@/features/home/home.tsx'), 'Home') }),
    createRoute({
      getParentRoute: () => shell,
      path: '/people',
      validateSearch: readPeopleSearch,
      component: lazyScreen(() => import('@/features/people/people.tsx'), 'People'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/people/$id',
      validateSearch: (search: Record<string, unknown>): { entry?: string } => ({ entry: text(search.entry) }),
      component: lazyScreen(() => import('@/features/person/person.tsx'), 'Person'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/companies',
      validateSearch: readListSearch,
      component: lazyScreen(() => import('@/features/companies/companies.tsx'), 'Companies'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/companies/$id',
      component: lazyScreen(() => import('@/features/companies/company.tsx'), 'Company'),
    }),
    createRoute({ getParentRoute: () => shell, path: '/import', component: lazyScreen(() => import('@/features/imports/imports.tsx'), 'Imports') }),
    createRoute({ getParentRoute: () => shell, path: '/import/draft/$id', component: lazyScreen(() => import('@/features/imports/draft.tsx'), 'DraftPage') }),
    createRoute({ getParentRoute: () => shell, path: '/import/$id', component: lazyScreen(() => import('@/features/imports/import.tsx'), 'ImportPage') }),
    createRoute({ getParentRoute: () => shell, path: '/duplicates', component: lazyScreen(() => import('@/features/duplicates/duplicates.tsx'), 'Duplicates') }),
    createRoute({ getParentRoute: () => shell, path: '/operations', component: lazyScreen(() => import('@/features/operations/operations.tsx'), 'Operations') }),
    inboxRoute,
    roomRoutes,
    taskRoutes,
    settingsRoutes,
  ]),
]

export const router = createRouter({ routeTree: root.addChildren(routes), defaultPreload: 'intent', defaultErrorComponent: RouteError, scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
