// Patterns of event types: `contact.created`, `contact.*`, `*`.

export function matchesAny(patterns: string[], type: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern,
  )
}

/** The same for `like any(…)`. */
export function likePatterns(patterns: string[]): string[] {
  return patterns.map((pattern) => pattern.replaceAll('_', String.raw`\_`).replace('*', '%'))
}
