import { useEffect } from 'react'

let feet = 0

/**
 * Says that a screen has something at its foot, above which toasts stand. On the root of the page: a selector with :has() would
 * be looked at anew with every row that is scrolled in.
 */
export function useFoot() {
  useEffect(() => {
    mark(1)
    return () => mark(-1)
  }, [])
}

function mark(by: number) {
  feet += by
  document.documentElement.toggleAttribute('data-foot', feet > 0)
}
