import { createRoute } from '@tanstack/react-router'
import { readTasksSearch } from '@/features/tasks/tasks-search.ts'
import { shell } from './frame.ts'
import { lazyScreen } from './lazy-screen.ts'

const tasks = createRoute({
  getParentRoute: () => shell,
  path: '/tasks',
  validateSearch: readTasksSearch,
  component: lazyScreen(() => import('@/features/tasks/tasks.tsx'), 'Tasks'),
})

export const taskRoutes = tasks.addChildren([
  createRoute({ getParentRoute: () => tasks, path: '/$id', component: lazyScreen(() => import('@/features/tasks/task.tsx'), 'TaskPage') }),
])
