/** Sentences of the server in other words: none, since it says them in English. The keys of others are its sentences, with `{0}` for what changes. */
export const sentences: Record<string, string> = {}
