// What a card of the board and a line of the calendar have in common: all of it leads to the task, and it can be dragged.

import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type DragEvent, type ReactNode } from 'react'
import { classes } from '@/ui/classes.ts'
import type { Task } from './tasks-queries.ts'

interface Props {
  task: Task
  active: boolean
  /** Where the focus may be for it to come here: who writes elsewhere goes on there. */
  among: string
  title?: string
  className: string
  /** Below the title. */
  children?: ReactNode
}

/** The title of a task, over all of what it stands on; it has the focus when it was moved, or gone to, by a key. */
export function CardLink({ task: { id, title }, active, among, title: hint, className, children }: Props) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const { activeElement } = document
    if (active && (activeElement === document.body || activeElement?.closest(among))) link.current?.focus()
  }, [active, among])
  return (
    <Link
      ref={link}
      to="/tasks/$id"
      params={{ id }}
      search={true}
      preload={false}
      draggable={false}
      tabIndex={active ? 0 : -1}
      title={hint}
      className={classes('min-w-0 flex-1 outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:ring-2 focus-visible:after:ring-accent', className)}
    >
      {title}
      {children}
    </Link>
  )
}

/** Of what is dragged. */
export function dragging({ title }: Task, { onDrag, onDragEnd }: { onDrag(): void; onDragEnd(): void }) {
  return {
    draggable: true,
    onDragStart({ dataTransfer }: DragEvent) {
      dataTransfer.effectAllowed = 'move'
      dataTransfer.setData('text/plain', title)
      onDrag()
    },
    onDragEnd,
  }
}
