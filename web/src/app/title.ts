// What the browser's tab says: where one is, and whom or what one looks at there.

import { useEffect, useLayoutEffect } from 'react'
import { useLocation } from '@tanstack/react-router'

const program = 'Rapport'

let title = program
let waiting = 0

function show() {
  document.title = waiting > 0 ? `(${waiting}) ${title}` : title
}

/** How much waits for somebody, in front of it. */
export function setTitleCount(count: number) {
  waiting = count
  show()
}

function setTitle(text: string) {
  title = text
  show()
}

/** The name of the place, until its screen knows better. */
export function usePlaceTitle(places: { to: string; label: string }[]) {
  const { pathname } = useLocation()
  const label = places.find(({ to }) => to === pathname || (to !== '/' && pathname.startsWith(`${to}/`)))?.label
  // Before the effects of the screen.
  useLayoutEffect(() => {
    setTitle(label ? `${label} · ${program}` : program)
  }, [pathname, label])
}

export function useTitle(name: string | undefined) {
  const { pathname } = useLocation()
  useEffect(() => {
    if (name) setTitle(`${name} · ${program}`)
  }, [pathname, name])
}
