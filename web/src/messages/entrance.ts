// The words of the sign-in and what is around it.

import { wordsOf } from './area.ts'
import { accounts as german } from './de/accounts.ts'
import { accounts as english } from './en/accounts.ts'

export const entranceWords = { en: { accounts: english }, de: { accounts: german } }

export const useEntranceMessages = wordsOf(entranceWords)
