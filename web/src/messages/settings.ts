// The words of the settings, in both languages: whoever opens them has time for that, and whoever does not needs none of it.

import { de } from './de-settings.ts'
import { en, type SettingsMessages } from './en-settings.ts'
import { useLanguage, type Messages } from './messages.tsx'

const words = { en, de }

/** With those of everything else. */
export function useSettingsMessages(): Messages & SettingsMessages {
  const { language, messages } = useLanguage()
  return { ...messages, ...words[language] }
}
