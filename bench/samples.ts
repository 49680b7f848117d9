// What is said of many measurements.

/** The value that such a share of them does not exceed. */
export function at(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)]!
}

export function median(values: number[]): number {
  return at(values, 0.5)
}

/** By how much `value` rises for each of `at`: the straight line that fits best. */
export function slope(points: { at: number; value: number }[]): number {
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const [at, value] = [mean(points.map((point) => point.at)), mean(points.map((point) => point.value))]
  const sum = (of: (point: { at: number; value: number }) => number) => points.reduce((total, point) => total + of(point), 0)
  return sum((point) => (point.at - at) * (point.value - value)) / sum((point) => (point.at - at) ** 2)
}
