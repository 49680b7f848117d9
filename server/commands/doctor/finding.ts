// What a check of `rapport doctor` found.

export interface Finding {
  /** What was looked at. */
  subject: string
  /** `note`: nothing is wrong, but it should be known. */
  state: 'ok' | 'note' | 'warning' | 'error'
  /** What is the case. */
  text: string
  /** What to do about it. */
  mend?: string
}

export function ok(subject: string, text: string): Finding {
  return { subject, state: 'ok', text }
}

export function note(subject: string, text: string, mend?: string): Finding {
  return { subject, state: 'note', text, mend }
}

export function warning(subject: string, text: string, mend?: string): Finding {
  return { subject, state: 'warning', text, mend }
}

export function error(subject: string, text: string, mend?: string): Finding {
  return { subject, state: 'error', text, mend }
}

/** The findings of `check`, or the one that it could not be done, and what to do about that. */
export async function attempt(
  subject: string,
  check: () => Promise<Finding | Finding[]>,
  mend?: string,
): Promise<Finding[]> {
  try {
    return [await check()].flat()
  } catch (failure) {
    return [error(subject, messageOf(failure), mend)]
  }
}

/** Never empty, and one line: a refused connection to a name with two addresses has a message for each. */
export function messageOf(failure: unknown): string {
  const { message, code, errors } = failure as Error & { code?: string; errors?: Error[] }
  return (message || errors?.[0]?.message || code || String(failure)).split('\n')[0]!
}
