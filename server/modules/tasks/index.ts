// Tasks: what members have set out to do. Each has a status of the organization, a place on its board, people, and tasks that have to be done
// before. A change of one is told for others that show it: what waited for it, what it is a part of (telling.ts). Whoever tells of a task
// has locked it (storing.ts).

export { changeTask, createTask } from './actions.ts'
export { countTasks } from './listing/listing.ts'
export type { Task } from './contract.ts'
export type { FieldChange } from './storing.ts'
export { enterRoom } from './room.ts'
export { planTask } from './plans/actions.ts'
export { takeTurns } from './turns.ts'
export { findWhen } from './parsing/parsing.ts'
export { checkRule, nextDay } from './rules.ts'
export { taskRoutes } from './routes.ts'
export { tasksPart } from './contact-part.ts'
export { taskSearch } from './search.ts'
export { taskHousekeeping, taskJobs, taskRunners } from './jobs.ts'
