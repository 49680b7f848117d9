// The chosen theme; public/theme.js applies it, before anything is painted.

import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'

export function chooseTheme(theme: Theme) {
  localStorage.setItem('theme', theme)
  dispatchEvent(new Event('themechange'))
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (watch) => {
      addEventListener('themechange', watch)
      return () => removeEventListener('themechange', watch)
    },
    () => (localStorage.getItem('theme') as Theme | null) ?? 'system',
  )
}
