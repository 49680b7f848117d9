// Words that only some screens say: they come with these, in both languages, and leave the first screen.

import { useMemo } from 'react'
import { useLanguage, type Language, type Messages } from './messages.tsx'

/** A hook that gives them with those of everything else. */
export function wordsOf<Words extends object>(words: Record<Language, Words>): () => Messages & Words {
  return function useWords() {
    const { language, messages } = useLanguage()
    return useMemo(() => ({ ...messages, ...words[language] }), [language, messages])
  }
}
