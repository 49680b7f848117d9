// What the browser's tab says: where one is, and whom or what one looks at there.

import { useEffect, useLayoutEffect } from 'react'
import { useLocation } from '@tanstack/react-router'

const program = 'Rapport'

/** The name of the place, until its screen knows better. */
export function usePlaceTitle(places: { to: string; label: string }[]) {
  const { pathname } = useLocation()
  const label = places.find(({ to }) => to === pathname || (to !== '/' && pathname.startsWith(`${to}/`)))?.label
  // Before the effects of the screen.
  useLayoutEffect(() => {
    document.title = label ? `${label} · ${program}` : program
  }, [pathname, label])
}

export function useTitle(title: string | undefined) {
  const { pathname } = useLocation()
  useEffect(() => {
    if (title) document.title = `${title} · ${program}`
  }, [pathname, title])
}
