// How the messages of a room scroll: where they begin, what a link led to, the end that stays in sight, and reading on.

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useLive } from '@/api/live.ts'
import { extend, jump, type History, type Spot } from './history.ts'

/** So near to the end is at the end. */
export const endPx = 48

/** Its end stays in sight when there is less room for it: what is written below grows, or a phone shows its keyboard. */
export function useStuckToEnd(scroller: HTMLElement | null) {
  useEffect(() => {
    if (!scroller) return
    let isStuck = true
    const look = () => void (isStuck = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= endPx)
    const observer = new ResizeObserver(() => isStuck && scroller.scrollTo({ top: scroller.scrollHeight }))
    look()
    scroller.addEventListener('scroll', look, { passive: true })
    observer.observe(scroller)
    return () => {
      scroller.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [scroller])
}

/** Once, as soon as there is something to scroll. */
export function useFirstPlace({ scroller, begin }: { scroller: HTMLElement | null; begin(): void }) {
  const begun = useRef(false)
  useLayoutEffect(() => {
    if (!scroller || begun.current) return
    begun.current = true
    begin()
  })
}

/** Shows what a link led to, fetched where it is not at hand; resolves to what is to be marked. */
export function useTarget({ spot, target, isAt, show }: { spot: Spot; target?: string; isAt: number; show(index: number): void }): string | undefined {
  const shown = useRef<string>(undefined)
  const asked = useRef<string>(undefined)
  const [marked, setMarked] = useState<string>()
  useEffect(() => {
    if (!target || shown.current === target) return
    if (isAt >= 0) {
      shown.current = target
      show(isAt)
      setMarked(target)
    } else if (asked.current !== target) {
      asked.current = target
      // One that is not there any more leads to where one was.
      jump(spot, { around: target }).catch(() => undefined)
    }
  })
  useEffect(() => {
    if (!marked) return
    const timer = setTimeout(() => setMarked(undefined), 2_500)
    return () => clearTimeout(timer)
  }, [marked])
  return marked
}

/** Reads on before what is shown comes to an end. */
export function useReadingOn({ spot, history, nearTop, nearEnd }: { spot: Spot; history: History; nearTop: boolean; nearEnd: boolean }) {
  const live = useLive()
  const [problem, setProblem] = useState<Error>()
  const direction = nearTop && history.before !== null ? 'before' : nearEnd && history.after !== null ? 'after' : undefined
  useEffect(() => {
    if (direction && !problem) extend(spot, direction).catch(setProblem)
  }, [spot, direction, history, problem])
  useEffect(() => {
    if (live === 'live') setProblem(undefined)
  }, [live])
  return { problem, retry: () => setProblem(undefined) }
}
