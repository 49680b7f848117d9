// The words of tasks.

import { wordsOf } from './area.ts'
import { tasks as german } from './de/tasks.ts'
import { tasks } from './en/tasks.ts'

export const useTaskMessages = wordsOf({ en: { tasks }, de: { tasks: german } })
