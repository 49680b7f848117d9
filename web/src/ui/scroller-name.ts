import { useState } from 'react'

/**
 * What a scroller of this page is called. The router gives a page the places of the one before, by where their scrollers stand in the document,
 * so that a list beside it stays where it was: whatever else stands there would begin in its middle, if it had no name.
 */
export function useScrollerName(which: string): { 'data-scroll-restoration-id': string } {
  const [name] = useState(() => `${location.pathname} ${which}`)
  return { 'data-scroll-restoration-id': name }
}
