import { many } from './counts.ts'

export const tasks = {
  title: 'Tasks', task: 'Task', my_day: 'My day', all: 'All', add: 'Add a task', add_today: 'Add a task for today', add_example: 'call Ana fri 3pm !high #renewal @me', understood: 'Understood', who_is: (words: string) => `Who is ${words}?`, open: 'Open', find: 'Filter by words', filters: 'Filters', nobody: 'Nobody', anybody: 'Anybody', me: 'Me',
  added: (title: string) => `“${title}” was added.`, completed: (title: string) => `“${title}” is done.`, reopened: (title: string) => `“${title}” is open again.`, cancelled: (title: string) => `“${title}” is cancelled.`, removed: (title: string) => `“${title}” was deleted.`, complete: 'Complete', reopen: 'Reopen', remove: 'Delete the task', is_deleted: 'This task is deleted.',
  free_day: 'Nothing to do today', free_day_hint: 'What is due, what you have begun and what you plan for today stands here. Write what you mean to do into the line above.', none: 'No task matches', empty: 'No open task', empty_hint: 'Write the first one into the line above: Enter, and it is there.',
  status: 'Status', priority: 'Priority', due: 'Due', due_time: 'Time', no_due: 'Take the day away', assignee: 'Assignee', assignees: 'Assigned to', assign: 'Assign to somebody', labels: 'Labels', add_label: 'Add a label', remove_label: (name: string) => `Take the label ${name} away`, about: 'About', add_person: 'Add a person', find_person: 'Name, address or company', unlink: (name: string) => `Not about ${name}`, sort: 'Sort',
  task_title: 'Title', description: 'Description', add_description: 'Add a description', history: 'History',
  categories: { backlog: 'Backlog', todo: 'To do', doing: 'Doing', done: 'Done', cancelled: 'Cancelled' },
  states: { open: 'Open', all: 'All states', backlog: 'Backlog', todo: 'To do', doing: 'Doing', done: 'Done', cancelled: 'Cancelled' },
  priorities: { urgent: 'Urgent', high: 'High', medium: 'Medium', low: 'Low', none: 'No priority' },
  dues: { any: 'Due at any time', overdue: 'Overdue', today: 'Due today', some: 'With a day', none: 'Without a day' },
  sorts: { due: 'By day', priority: 'By priority', status: 'By status', '-created_at': 'Newest first', '-updated_at': 'Lately changed', title: 'By title' },
  due_groups: { before: 'Overdue', today: 'Today', week: 'Within a week', later: 'Later', none: 'Without a day' }, before_today: 'Before today',
  sections: { planned: 'Planned for today', overdue: 'Overdue', due_today: 'Due today', started: 'Begun', unblocked: 'Lately unblocked', done: 'Done today' },
  parts: 'Sub-tasks', add_part: 'Add a sub-task', parts_done: (done: number, total: number) => `${done} of ${total} done`,
  blocked: 'Blocked', blockers: 'Waits for', blocked_by: (n: number) => `Blocked: it can go on when ${n === 1 ? 'this task is' : `these ${many(n, 'task', 'tasks')} are`} done.`, add_blocker: 'Add what has to be done first', unblock: (title: string) => `Do not wait for “${title}”`, waiters: 'Wait for this',
  made_it: 'made the task', deleted_it: 'deleted the task', restored_it: 'brought the task back', nothing: 'nothing', makers: { program: 'A program', somebody: 'Somebody' },
  changed_from: (field: string, before: string, after: string) => `changed ${field} from ${before} to ${after}`, changed_field: (field: string) => `changed ${field}`,
  fields: { title: 'the title', description: 'the description', status_id: 'the status', priority: 'the priority', due_on: 'the day', due_time: 'the time', due_zone: 'the time zone', starts_on: 'the start', estimate_minutes: 'the estimate', parent_id: 'what it is a part of', assignee_ids: 'the assignment', watcher_ids: 'the watchers', labels: 'the labels', blocker_ids: 'what it waits for', contact_ids: 'the people', company_ids: 'the companies' },
  keys: { up_down: 'Next, previous task', close: 'Close the task' },
}
