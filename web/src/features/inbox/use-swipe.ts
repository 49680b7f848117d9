// A finger that moves a line aside: let go of far enough from where it began, it does something.

import { useRef, useState, type PointerEvent } from 'react'

/** As wide as a thumb moves without being sure. */
const farPx = 88
/** Until then it may be a tap, or the beginning of scrolling. */
const slackPx = 10

export function useSwipe({ onLeft, onRight }: { onLeft(): void; onRight(): void }) {
  const [by, setBy] = useState(0)
  const begun = useRef<{ x: number; y: number; aside: boolean }>(undefined)
  const end = () => {
    begun.current = undefined
    setBy(0)
  }
  return {
    /** How far it is aside now; to the left it is less than nothing. */
    by,
    isFar: Math.abs(by) >= farPx,
    handlers: {
      onPointerDown({ pointerType, clientX: x, clientY: y }: PointerEvent) {
        if (pointerType === 'touch') begun.current = { x, y, aside: false }
      },
      onPointerMove({ clientX, clientY }: PointerEvent) {
        const from = begun.current
        if (!from) return
        const [x, y] = [clientX - from.x, clientY - from.y]
        if (!from.aside && Math.abs(y) > slackPx) return end()
        from.aside ||= Math.abs(x) > slackPx
        if (from.aside) setBy(x)
      },
      onPointerUp() {
        if (by <= -farPx) onLeft()
        if (by >= farPx) onRight()
        end()
      },
      onPointerCancel: end,
    },
  }
}
