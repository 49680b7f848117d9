import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useRef, useState, type RefObject } from 'react'
import { api, type Schemas } from '@/api/client.ts'
import { useLanguage } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Kbd } from '@/ui/button.tsx'
import { toastProblem, undoLatest } from '@/ui/toasts.tsx'
import { useTellAdded } from './added.ts'
import { dayOf } from './days.ts'
import { useCompleting } from './completing.tsx'
import { LinePreview } from './line-preview.tsx'
import { lineQuery, type Chosen } from './task-line.ts'
import { lengthOf, longestTitle, TooLong } from './too-long.tsx'
import { writeTask } from './write-task.ts'

interface Props {
  ref: RefObject<HTMLInputElement | null>
  /** What else a task that is made here is, so that it is where it was made. */
  given: Partial<Schemas['NewTask']>
  /** It is planned for today, unless the line names a day. */
  planned: boolean
  /** What is asked for. */
  prompt: string
  /** What was begun elsewhere. */
  begun?: string
}

/** A line, Enter, and it is there; the hand stays for the next one. */
export function QuickEntry({ ref, given, planned, prompt, begun = '' }: Props) {
  const { tasks: m } = useTaskMessages()
  const { language } = useLanguage()
  const tellAdded = useTellAdded()
  const client = useQueryClient()
  const [text, setText] = useState(begun)
  const [chosen, setChosen] = useState<Chosen>({})
  /** Nothing has been written since the last one was added. */
  const isUntouched = useRef(false)
  const write = (next: string) => {
    isUntouched.current = false
    setText(next)
  }
  const completing = useCompleting(text, write, ref)
  const id = useId()
  const length = lengthOf(text)
  const isTooLong = length > longestTitle
  const asked = useDeferredValue(text.trim())
  const { data: shown } = useQuery(lineQuery(isTooLong ? '' : asked, language))
  const { mutate } = useMutation({
    async mutationFn(line: string) {
      const task = await writeTask(client, { line, language, given, chosen })
      if (planned && task.due_on === null) await api.PUT('/tasks/{id}/plan', { params: { path: { id: task.id } }, body: { planned_on: dayOf(new Date()) } })
      return task
    },
    onMutate: (line) => setText((now) => (now.trim() === line ? '' : now)),
    onSuccess(task) {
      setChosen({})
      isUntouched.current = true
      tellAdded(task)
    },
    onError(error, line) {
      // Unless the next one is being written already.
      setText((now) => now || line)
      toastProblem(error)
    },
  })
  /** For what Enter was pressed: once more means nothing, as long as nothing else is written. */
  const entered = useRef<string>(undefined)
  useEffect(() => {
    entered.current = undefined
  }, [text])
  const submit = async () => {
    const line = text.trim()
    if (line === '' || isTooLong || line === entered.current) return
    entered.current = line
    // Nobody is to be meant whom nobody has seen: then it is shown first, and Enter says yes to it.
    const isAmbiguous = shown?.text !== line && (await client.fetchQuery(lineQuery(line, language))).ambiguous
    if (isAmbiguous) entered.current = undefined
    else mutate(line)
  }
  return (
    <>
      <form
        className="relative flex h-11 shrink-0 items-center gap-3 border-b px-4 text-ink-faint focus-within:bg-canvas"
        onSubmit={(event) => {
          event.preventDefault()
          submit().catch((error: unknown) => {
            entered.current = undefined
            toastProblem(error)
          })
        }}
      >
        <Plus size={18} className="shrink-0" />
        <input
          ref={ref}
          value={text}
          autoFocus={begun !== ''}
          aria-label={m.add}
          aria-autocomplete="list"
          aria-invalid={isTooLong || undefined}
          aria-describedby={isTooLong ? id : undefined}
          placeholder={`${prompt}: ${m.add_example}`}
          {...completing.input}
          onKeyDown={(event) => {
            if (completing.onKeyDown(event)) return
            if (event.key === 'z' && (event.ctrlKey || event.metaKey) && text === '' && isUntouched.current) {
              event.preventDefault()
              undoLatest()
            }
            if (event.key !== 'Escape') return
            event.stopPropagation()
            event.currentTarget.blur()
          }}
          className="h-full min-w-0 flex-1 truncate bg-transparent text-base text-ink outline-none placeholder:text-ink-faint"
        />
        <Kbd className="max-md:hidden">{text.trim() ? '↵' : 'n'}</Kbd>
        {completing.list}
      </form>
      {isTooLong && <TooLong id={id} length={length} most={longestTitle} className="border-b bg-canvas py-2 pr-4 pl-11" />}
      {text.trim() !== '' && !isTooLong && shown && <LinePreview line={shown} chosen={chosen} onChoose={(words, candidate) => setChosen({ ...chosen, [words]: candidate })} />}
    </>
  )
}
