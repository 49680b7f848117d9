// What the server says in sentences: reasons, and problems without a code of their own.

/** By the sentences of a catalogue, else as it is. What changes in a sentence is translated as well, where it is known. */
export function translateBy(sentences: Record<string, string>, said: string): string {
  const exact = sentences[said]
  if (exact !== undefined) return exact
  for (const { pattern, meant } of patternsOf(sentences)) {
    const [, ...values] = pattern.exec(said) ?? []
    if (values.length > 0) return meant.replace(/\{(\d)\}/g, (_, index) => translateBy(sentences, values[Number(index)]!))
  }
  return said
}

interface Pattern {
  pattern: RegExp
  meant: string
}

const known = new WeakMap<object, Pattern[]>()

/** Those that say most of themselves come first. */
function patternsOf(sentences: Record<string, string>): Pattern[] {
  const found = known.get(sentences) ?? Object.entries(sentences)
    .filter(([said]) => said.includes('{0}'))
    .toSorted(([one], [other]) => ownLength(other) - ownLength(one))
    .map(([said, meant]) => ({ pattern: new RegExp(`^${said.split(/\{\d\}/).map(escape).join('(.*?)')}$`, 's'), meant }))
  known.set(sentences, found)
  return found
}

function ownLength(sentence: string): number {
  return sentence.replace(/\{\d\}/g, '').length
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
