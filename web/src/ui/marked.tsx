import { Fragment, type ReactNode } from 'react'

/** Text with the places marked at which something stands; never anything but text. */
export function Marked({ text, marks }: { text: string; marks: number[][] }) {
  const parts: ReactNode[] = []
  let end = 0
  for (const [from = 0, to = 0] of marks) {
    parts.push(text.slice(end, from), <mark key={from} className="bg-transparent font-semibold text-accent">{text.slice(from, to)}</mark>)
    end = to
  }
  return <Fragment>{[...parts, text.slice(end)]}</Fragment>
}
