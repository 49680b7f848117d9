/** A parameter of the address, when it says something. What stands there is anybody's, and of any type. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
