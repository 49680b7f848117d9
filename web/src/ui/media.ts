import { useSyncExternalStore } from 'react'

/** Whether a media query holds, as of now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (watch) => {
      const media = matchMedia(query)
      media.addEventListener('change', watch)
      return () => media.removeEventListener('change', watch)
    },
    () => matchMedia(query).matches,
  )
}
