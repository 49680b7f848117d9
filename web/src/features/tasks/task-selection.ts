// What the address of the page, or a view, says of which tasks are meant, as the API takes it.

import { oneOf, sorts, states, type Layout, type State, type TaskFilter, type TaskSelection, type TasksSearch, type TaskView } from './tasks-search.ts'

export function layoutOf({ show }: TasksSearch): Layout {
  return show === 'board' || show === 'calendar' ? show : 'list'
}

/** What is shown unless somebody says so: a board has a column for what is done, and a calendar its past. */
export function usualState(search: TasksSearch): State {
  return layoutOf(search) === 'list' ? 'open' : 'all'
}

export function toFilter(search: TasksSearch): TaskFilter {
  const { q, state = usualState(search), assignee, due = 'any', priority, label, more } = search
  const filter: TaskFilter = {
    ...more,
    ...(q && { q }),
    ...stateFilter(state),
    ...(assignee && { assignee }),
    ...(due !== 'any' && { due }),
    ...(priority && { priority: [priority] }),
    ...(label && { label: [label] }),
  }
  return filter
}

function stateFilter(state: State): TaskFilter {
  if (state === 'all') return {}
  if (state === 'open') return { open: true }
  // What is done waits for nothing any more.
  return state === 'blocked' ? { open: true, blocked: true } : { category: [state] }
}

export function toSelection(search: TasksSearch): TaskSelection {
  return { ...toFilter(search), sort: search.sort ?? 'due' }
}

/** Whether fewer are shown than there are. */
export function isNarrowed({ q, state, assignee, due, priority, label, more }: TasksSearch): boolean {
  return [q, state, assignee, due, priority, label, more].some((part) => part !== undefined)
}

/** What shows what a view says. */
export function searchOf({ id, layout, filter, sort }: TaskView): TasksSearch {
  const { q, open, blocked, category, assignee, due, priority, label, ...rest } = filter
  const show = layout === 'list' ? 'all' : layout
  const isSaid = JSON.stringify({ open, blocked, category })
  const state = states.find((each) => JSON.stringify({ open: undefined, blocked: undefined, category: undefined, ...stateFilter(each) }) === isSaid)
  const more: TaskFilter = {
    ...rest,
    ...(state === undefined && { ...(open !== undefined && { open }), ...(blocked !== undefined && { blocked }), ...(category && { category }) }),
    ...(priority && priority.length > 1 && { priority }),
    ...(label && label.length > 1 && { label }),
  }
  const shown = state ?? 'all'
  return {
    show,
    view: id,
    q,
    state: shown === usualState({ show }) ? undefined : shown,
    assignee,
    due,
    priority: priority?.length === 1 ? priority[0] : undefined,
    label: label?.length === 1 ? label[0] : undefined,
    more: Object.keys(more).length > 0 ? more : undefined,
    sort: sort === 'due' ? undefined : oneOf(sorts, sort),
  }
}
