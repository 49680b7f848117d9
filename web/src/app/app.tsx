// The client's composition: words → data → routes.

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { MessagesProvider } from '@/messages/messages.tsx'
import { Toasts } from '@/ui/toasts.tsx'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'

export function App() {
  return (
    <MessagesProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MessagesProvider>
  )
}
