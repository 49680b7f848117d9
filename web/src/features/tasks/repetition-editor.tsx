import { Repeat } from 'lucide-react'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { Field } from '@/ui/field.tsx'
import { Popover } from '@/ui/popover.tsx'
import { Select } from '@/ui/select.tsx'
import { useChangeTask, useSkipTask } from './change-task.ts'
import { dayOf } from './days.ts'
import { readRule, units, weekdayOf, weekdays, writeRule, type Repetition, type Unit, type Weekday } from './repetition.ts'
import { useRuleWords, useWeekdayNames } from './rule-words.ts'
import { isOpen, type Task } from './tasks-queries.ts'

/** How often it comes again, and when the next one is made. */
export function RepetitionEditor({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const said = useSaid(task)
  return (
    <Popover
      label={m.repetition}
      className="w-80 p-3"
      trigger={
        <button type="button" className="-mx-1.5 flex min-h-8 max-w-full items-center gap-2 rounded-md px-1.5 py-1 text-left hover:bg-hover">
          <span className="sr-only">{m.repetition}</span>
          {task.repeat_rule && <Repeat size={13} className="shrink-0 text-ink-faint" />}
          <span className={task.repeat_rule ? '' : 'text-ink-faint'}>{said}</span>
        </button>
      }
    >
      <Form task={task} said={said} />
    </Popover>
  )
}

function useSaid({ repeat_rule, repeat_mode }: Task): string {
  const { tasks: m } = useTaskMessages()
  const say = useRuleWords()
  if (!repeat_rule) return m.no_repetition
  return [say(repeat_rule), ...(repeat_mode === 'on_completion' ? [m.after_it_is_done] : [])].join(', ')
}

function Form({ task, said }: { task: Task; said: string }) {
  const { tasks: m } = useTaskMessages()
  const changeTask = useChangeTask()
  const skip = useSkipTask()
  const names = useWeekdayNames()
  const due = task.due_on ?? dayOf(new Date())
  const rule = (task.repeat_rule && readRule(task.repeat_rule)) || undefined
  const shown: Repetition = rule ?? { every: 1, unit: 'week', days: [], until: null }
  const change = (next: Partial<Repetition>) => {
    const repeat_rule = writeRule({ ...shown, ...next })
    const first = task.repeat_rule === null
    changeTask(task, { repeat_rule, ...(task.due_on === null && { due_on: due }) }, first ? { repeat_mode: 'on_completion' } : {})
  }
  const chosen = shown.days.length > 0 ? shown.days : [weekdayOf(due)]
  const turn = (day: Weekday) => {
    const next = chosen.includes(day) ? chosen.filter((each) => each !== day) : weekdays.filter((each) => each === day || chosen.includes(each))
    // That of the first one goes without saying.
    if (next.length > 0) change({ days: next.length === 1 && next[0] === weekdayOf(due) ? [] : next })
  }
  return (
    <div className="grid gap-3">
      {/* How many of them is asked for once it is known of what. */}
      <div className={classes('grid items-end gap-2', rule && 'grid-cols-[5rem_minmax(0,1fr)]')}>
        {rule && (
          <Field
            key={rule.every}
            label={m.every_so_many}
            type="number"
            min={1}
            max={999}
            defaultValue={rule.every}
            onBlur={({ target }) => target.validity.valid && target.value !== '' && Number(target.value) !== rule.every && change({ every: Number(target.value) })}
          />
        )}
        <Select
          bare={rule !== undefined}
          label={rule ? m.unit : m.repetition}
          className={rule && 'pb-0.5'}
          value={rule?.unit ?? ''}
          options={[...(rule ? [] : [['', said] as const]), ...units.map((unit) => [unit, rule ? m.units[unit](rule.every) : m.every[unit](1)] as const)]}
          onChange={({ target }) => target.value && change({ unit: target.value as Unit, days: [] })}
        />
      </div>
      {rule?.unit === 'week' && (
        <div role="group" aria-label={m.on_days} className="flex gap-1">
          {weekdays.map((day) => (
            <button key={day} type="button" aria-pressed={chosen.includes(day)} onClick={() => turn(day)} className="h-8 flex-1 rounded-md text-xs text-ink-soft ring-1 ring-line-strong ring-inset hover:bg-hover aria-pressed:bg-accent aria-pressed:text-on-accent aria-pressed:ring-0">
              {names[day]}
            </button>
          ))}
        </div>
      )}
      {task.repeat_rule && (
        <>
          {rule && <Field key={`until ${rule.until}`} label={m.last_day} type="date" min={due} defaultValue={rule.until ?? ''} onBlur={({ target }) => target.validity.valid && target.value !== (rule.until ?? '') && change({ until: target.value || null })} />}
          <Select label={m.next_is_made} value={task.repeat_mode ?? 'on_completion'} options={[['on_completion', m.modes.on_completion], ['on_schedule', m.modes.on_schedule]]} onChange={({ target }) => changeTask(task, { repeat_mode: target.value as NonNullable<Task['repeat_mode']> })} />
          <div className="flex flex-wrap gap-2">
            {task.repeat_mode === 'on_completion' && isOpen(task) && (
              <Button size="sm" onClick={() => skip(task)}>
                {m.skip}
              </Button>
            )}
            <Button size="sm" onClick={() => changeTask(task, { repeat_rule: null }, { repeat_mode: null })}>
              {m.repeat_no_more}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
