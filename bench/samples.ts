// What is said of many measurements.

/** The value that such a share of them does not exceed. */
export function at(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)]!
}

export function median(values: number[]): number {
  return at(values, 0.5)
}
