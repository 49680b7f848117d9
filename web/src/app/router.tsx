// The routes, each screen loaded when it is first needed.

import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readPeopleSearch } from '@/features/people/people-search.ts'
import { entranceRoutes } from './entrance-routes.ts'
import { root, shell } from './frame.ts'
import { text } from './search.ts'
import { settingsRoutes } from './settings-routes.ts'

const routes = [
  ...entranceRoutes,
  shell.addChildren([
    createRoute({ getParentRoute: () => shell, path: '/', component: lazyRouteComponent(() => import('@/features/home/home.tsx'), 'Home') }),
    createRoute({
      getParentRoute: () => shell,
      path: '/people',
      validateSearch: readPeopleSearch,
      component: lazyRouteComponent(() => import('@/features/people/people.tsx'), 'People'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/people/$id',
      validateSearch: (search: Record<string, unknown>): { entry?: string } => ({ entry: text(search.entry) }),
      component: lazyRouteComponent(() => import('@/features/person/person.tsx'), 'Person'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/companies',
      validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: text(search.q) }),
      component: lazyRouteComponent(() => import('@/features/companies/companies.tsx'), 'Companies'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/companies/$id',
      component: lazyRouteComponent(() => import('@/features/companies/company.tsx'), 'Company'),
    }),
    createRoute({ getParentRoute: () => shell, path: '/import', component: lazyRouteComponent(() => import('@/features/imports/imports.tsx'), 'Imports') }),
    createRoute({ getParentRoute: () => shell, path: '/import/draft/$id', component: lazyRouteComponent(() => import('@/features/imports/draft.tsx'), 'DraftPage') }),
    createRoute({ getParentRoute: () => shell, path: '/import/$id', component: lazyRouteComponent(() => import('@/features/imports/import.tsx'), 'ImportPage') }),
    createRoute({ getParentRoute: () => shell, path: '/duplicates', component: lazyRouteComponent(() => import('@/features/duplicates/duplicates.tsx'), 'Duplicates') }),
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
