import { useRef, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'

interface Given {
  label: string
  /** What is in it in the beginning. */
  value: string
  /** It is not emptied. */
  required?: boolean
  onSave(text: string): void
  /** It is over; `next` is where the hand goes on. */
  onClose(next?: CellStep): void
}

export type CellStep = 'right' | 'left' | 'stay'
type Control = HTMLInputElement | HTMLSelectElement

/** Of the control that a cell is written into with. Enter and Tab save, Escape takes back; leaving it saves too. */
export function useCell({ label, value, required, onSave, onClose }: Given) {
  const closed = useRef(false)
  const finish = (text: string, next?: CellStep) => {
    if (closed.current) return
    closed.current = true
    if (text.trim() !== value && (text.trim() !== '' || !required)) onSave(text)
    onClose(next)
  }
  return {
    autoFocus: true,
    'aria-label': label,
    className: 'absolute inset-0 min-w-0 rounded-sm bg-raised px-2 text-sm text-ink ring-2 ring-accent outline-none ring-inset',
    onClick: (event: MouseEvent) => event.stopPropagation(),
    onBlur: (event: FocusEvent<Control>) => finish(event.currentTarget.value),
    onKeyDown(event: KeyboardEvent<Control>) {
      if (event.nativeEvent.isComposing) return
      const next = event.key === 'Tab' ? (event.shiftKey ? 'left' : 'right') : event.key === 'Enter' ? 'stay' : undefined
      event.stopPropagation()
      if (next) {
        event.preventDefault()
        finish(event.currentTarget.value, next)
      }
      if (event.key === 'Escape') finish(value, 'stay')
    },
  }
}
