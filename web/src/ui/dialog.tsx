// A modal dialog on the platform's own element: it keeps the focus, closes on Escape, and needs no style of its own.

import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from './button.tsx'
import { classes } from './classes.ts'

interface Props {
  title: string
  open: boolean
  onClose(): void
  children: ReactNode
  /** Buttons at its end. */
  footer?: ReactNode
  className?: string
  /** Its content brings its own heading. */
  bare?: boolean
}

export function Dialog({ title, open, onClose, children, footer, className, bare }: Props) {
  const m = useMessages()
  const ref = useRef<HTMLDialogElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current!
    if (open && !dialog.open) {
      dialog.showModal()
      // By itself it takes whatever can have the focus, be it a box around the field. What has `data-first` is before the fields.
      // Where there is nothing to write, the button that leaves everything as it is; or its text, to scroll in.
      const found = ['[data-first]', 'input, select, textarea', 'form button, footer button'].map((one) => dialog.querySelector<HTMLElement>(one)).find((each) => each !== null)
      ;(found ?? text.current)?.focus()
    }
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    <dialog
      ref={ref}
      aria-labelledby={bare ? undefined : id}
      aria-label={bare ? title : undefined}
      onClose={onClose}
      onMouseDown={(event) => event.target === ref.current && onClose()}
      className={classes(
        'm-auto w-[min(30rem,calc(100vw-2rem))] rounded-lg bg-raised p-0 text-ink shadow-pop open:animate-[appear_140ms_ease-out]',
        className,
      )}
    >
      {open && (
        <div ref={text} tabIndex={-1} className="outline-none">
          {!bare && (
            <header className="flex items-center justify-between px-5 pt-4">
              <h2 id={id} className="text-lg font-semibold">
                {title}
              </h2>
              <Button look="quiet" size="sm" aria-label={m.actions.close} icon={<X size={16} />} onClick={onClose} />
            </header>
          )}
          <div className={bare ? '' : 'px-5 py-4'}>{children}</div>
          {footer && <footer className="flex justify-end gap-2 border-t px-5 py-3">{footer}</footer>}
        </div>
      )}
    </dialog>
  )
}
