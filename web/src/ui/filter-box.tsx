import { Search } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'

interface Props {
  ref: RefObject<HTMLInputElement | null>
  label: string
  value: string
  onChange(value: string): void
}

/** Narrows a list down; 120 ms after the last letter, so that a fast hand asks once. */
export function FilterBox({ ref, label, value, onChange }: Props) {
  const [text, setText] = useState(value)
  const told = useRef(value)
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    // It was changed from elsewhere: another view, or the way back.
    if (value !== told.current) setText(value)
    told.current = value
  }, [value])
  const tell = () => {
    if (text.trim() === told.current) return
    told.current = text.trim()
    latest.current(told.current)
  }
  useEffect(() => {
    if (text.trim() === told.current) return
    const timer = setTimeout(tell, 120)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <label className="flex h-8 min-w-32 flex-1 items-center gap-2 rounded-md bg-canvas px-2.5 text-ink-faint ring-1 ring-line ring-inset focus-within:ring-2 focus-within:ring-accent md:max-w-72">
      <Search size={14} className="shrink-0" />
      <input
        ref={ref}
        type="search"
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return
          event.preventDefault()
          // Whoever presses Enter goes on with what is found.
          if (event.key === 'Enter') tell()
          event.currentTarget.blur()
        }}
        placeholder={label}
        aria-label={label}
        className="min-w-0 flex-1 truncate bg-transparent text-sm text-ink outline-none placeholder:text-ink-faint"
      />
    </label>
  )
}
