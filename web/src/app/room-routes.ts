import { createRoute } from '@tanstack/react-router'
import { shell } from './frame.ts'
import { lazyScreen } from './lazy-screen.ts'
import { text } from './search.ts'

const rooms = createRoute({ getParentRoute: () => shell, path: '/rooms', component: lazyScreen(() => import('@/features/rooms/rooms.tsx'), 'Rooms') })

export const roomRoutes = rooms.addChildren([
  createRoute({
    getParentRoute: () => rooms,
    path: '/',
    // `list`: to it, where one would be led to the room in which one was.
    validateSearch: (search: Record<string, unknown>): { list?: boolean } => ({ list: search.list === true || undefined }),
    component: lazyScreen(() => import('@/features/rooms/room.tsx'), 'NoRoom'),
  }),
  createRoute({ getParentRoute: () => rooms, path: '/later', component: lazyScreen(() => import('@/features/rooms/later/later-page.tsx'), 'LaterPage') }),
  createRoute({ getParentRoute: () => rooms, path: '/threads', component: lazyScreen(() => import('@/features/rooms/threads-page.tsx'), 'ThreadsPage') }),
  createRoute({ getParentRoute: () => rooms, path: '/bookmarks', component: lazyScreen(() => import('@/features/rooms/bookmarks-page.tsx'), 'BookmarksPage') }),
  createRoute({ getParentRoute: () => rooms, path: '/drafts', component: lazyScreen(() => import('@/features/rooms/drafts-page.tsx'), 'DraftsPage') }),
  createRoute({
    getParentRoute: () => rooms,
    path: '/search',
    validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: search.q === undefined ? undefined : String(search.q) }),
    component: lazyScreen(() => import('@/features/rooms/message-search.tsx'), 'MessageSearch'),
  }),
  createRoute({
    getParentRoute: () => rooms,
    path: '/$id',
    validateSearch: (search: Record<string, unknown>): { message?: string; thread?: string } => ({ message: text(search.message), thread: text(search.thread) }),
    component: lazyScreen(() => import('@/features/rooms/room.tsx'), 'RoomPage'),
  }),
])
