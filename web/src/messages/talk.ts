// What only an open room says.

import { wordsOf } from './area.ts'
import { talk as german } from './de/talk.ts'
import { talk } from './en/talk.ts'

export const useTalkMessages = wordsOf({ en: { talk }, de: { talk: german } })
