// What a task says at length: as its Markdown reads, and written where it stands.

import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { hasDraft } from '@/app/drafts.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { later } from '@/ui/later.tsx'
import { useRewriteTask } from './change-task.ts'
import type { Task } from './tasks-queries.ts'
import { TextArea } from './text-area.tsx'

const MarkdownText = later<{ text: string }>(async () => (await import('@/ui/markdown-text.tsx')).MarkdownText, PlainText)

export function TaskDescription({ task }: { task: Task }) {
  const { tasks: m, actions } = useTaskMessages()
  const rewrite = useRewriteTask()
  const draft = `task:${task.id}:description`
  // Whoever comes back to what they had begun sees it.
  const [writing, setWriting] = useState(() => hasDraft(draft))
  const text = task.description ?? ''
  if (text === '' || writing) {
    return (
      <TextArea
        draft={draft}
        label={m.description}
        value={text}
        placeholder={m.add_description}
        maxLength={50_000}
        autoFocus={writing && !hasDraft(draft)}
        className="mt-1 mb-4 block min-h-16 w-[calc(100%+1rem)] text-sm"
        onSave={(description, giveBack) =>
          rewrite(task, { description: description || null }, () => {
            giveBack()
            setWriting(true)
          })
        }
        onEnd={() => setWriting(false)}
      />
    )
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- by keyboard it is the button
    <div
      className="group relative -mx-2 mt-1 mb-4 min-h-16 cursor-text rounded-md px-2 py-1 text-sm hover:bg-hover"
      onClick={({ target }) => !(target as Element).closest('a') && getSelection()?.isCollapsed !== false && setWriting(true)}
    >
      <MarkdownText text={text} />
      <Button
        size="sm"
        look="quiet"
        icon={<PenLine size={14} />}
        aria-label={`${actions.edit}: ${m.description}`}
        title={actions.edit}
        className="absolute! top-0.5 right-0.5 bg-raised! opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
        onClick={() => setWriting(true)}
      />
    </div>
  )
}

/** Until what knows Markdown is there. */
function PlainText({ text }: { text: string }) {
  return <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">{text}</p>
}
