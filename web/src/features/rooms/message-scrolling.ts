// How the messages of a room scroll: where they begin, what a link led to, the end that stays in sight, and reading on.

import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useLive } from '@/api/live.ts'
import { extend, jump, type History, type Spot } from './history.ts'

/** So near to the end is at the end. */
export const endPx = 48

/** Of the element itself: the virtualizer knows nothing of it any more when a list goes. */
export function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight <= endPx
}

/** Its end stays in sight when there is less room for it: what is written below grows, or a phone shows its keyboard. */
export function useStuckToEnd(scroller: HTMLElement | null) {
  useEffect(() => {
    if (!scroller) return
    let isStuck = true
    const look = () => void (isStuck = isAtEnd(scroller))
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

/** Once, as soon as there is something to scroll. Whether it is there: what is drawn before is not what somebody looks at. */
export function useFirstPlace({ scroller, begin }: { scroller: HTMLElement | null; begin(): void }): boolean {
  const begun = useRef(false)
  const [placed, setPlaced] = useState(false)
  useLayoutEffect(() => {
    if (!scroller || begun.current) return
    begun.current = true
    begin()
  })
  useEffect(() => {
    if (!scroller) return
    // The virtualizer hears of the scroll in the next frame, and has drawn what is there in the one after.
    let frame = requestAnimationFrame(() => void (frame = requestAnimationFrame(() => setPlaced(true))))
    return () => cancelAnimationFrame(frame)
  }, [scroller])
  return placed
}

type Align = 'start' | 'center' | 'auto'

/**
 * Goes to a row, and stays with it: the virtualizer takes some frames, knows it by its index, and that is another row's when earlier
 * messages have come meanwhile. Whoever scrolls goes elsewhere.
 */
export function useGoing(list: Virtualizer<HTMLDivElement, Element>, scroller: HTMLElement | null, indexOf: (key: string) => number) {
  const goal = useRef<{ key: string; index: number; align: Align }>(undefined)
  const go = () => goal.current && list.scrollToIndex(goal.current.index, { align: goal.current.align })
  useLayoutEffect(() => {
    if (!goal.current) return
    const index = indexOf(goal.current.key)
    if (index < 0 || index === goal.current.index) return
    goal.current.index = index
    go()
  })
  const leave = () => void (goal.current = undefined)
  useEffect(() => {
    if (!scroller) return
    const ways = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
    for (const way of ways) scroller.addEventListener(way, leave, { passive: true })
    return () => {
      for (const way of ways) scroller.removeEventListener(way, leave)
    }
  }, [scroller])
  return {
    leave,
    goTo(key: string, align: Align) {
      // Before there is something to scroll it is gone to as soon as there is.
      goal.current = { key, index: scroller ? indexOf(key) : -1, align }
      if (scroller) go()
    },
  }
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
