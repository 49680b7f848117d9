// Words with a sign are completed while a line is written.

import { useId, useLayoutEffect, useRef, useState, type ChangeEvent, type KeyboardEvent, type RefObject, type SyntheticEvent } from 'react'
import { soughtInLine, useLineCompletions, type LineCompletion } from './line-completions.ts'
import { LineSuggestions } from './line-suggestions.tsx'

/** What the input of the line needs, and what stands below it. `onKeyDown` says whether the key was for us. */
export function useCompleting(text: string, onText: (text: string) => void, input: RefObject<HTMLInputElement | null>) {
  const id = useId()
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState<number>()
  const [closed, setClosed] = useState(false)
  /** Where the caret belongs once the text is there. */
  const wanted = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (wanted.current !== undefined) input.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = undefined
  })
  const sought = closed ? undefined : soughtInLine(text, caret)
  const offered = useLineCompletions(sought)
  const chosen = at === undefined ? undefined : offered[Math.min(at, offered.length - 1)]
  const complete = ({ text: word }: LineCompletion) => {
    const before = `${text.slice(0, sought!.from)}${word} `
    wanted.current = before.length
    setCaret(before.length)
    setAt(undefined)
    onText(before + text.slice(caret).replace(/^"? ?/, ''))
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (offered.length === 0 || event.nativeEvent.isComposing) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const taken = (event.key === 'Tab' && !event.shiftKey && (chosen ?? offered[0])) || (event.key === 'Enter' && chosen)
    if (!step && !taken && event.key !== 'Escape') return false
    event.preventDefault()
    event.stopPropagation()
    if (step) setAt(((chosen ? offered.indexOf(chosen) : step > 0 ? -1 : 0) + step + offered.length) % offered.length)
    else if (taken) complete(taken)
    else setClosed(true)
    return true
  }
  return {
    onKeyDown,
    input: {
      'aria-controls': offered.length > 0 ? id : undefined,
      'aria-activedescendant': chosen && `${id}-${chosen.id}`,
      onChange({ target }: ChangeEvent<HTMLInputElement>) {
        setCaret(target.selectionStart ?? target.value.length)
        setAt(undefined)
        setClosed(false)
        onText(target.value)
      },
      onSelect: ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => setCaret(currentTarget.selectionStart ?? 0),
      onBlur: () => setClosed(true),
      onFocus: () => setClosed(false),
    },
    list: offered.length > 0 && <LineSuggestions id={id} offered={offered} chosen={chosen} onComplete={complete} />,
  }
}
