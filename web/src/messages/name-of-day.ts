/** What a day near this one is called; undefined for all others. */
export function nameOfDay(day: string | Date, m: { today: string; yesterday: string; tomorrow: string }): string | undefined {
  const wanted = new Date(day).toDateString()
  for (const [days, name] of [[0, m.today], [-1, m.yesterday], [1, m.tomorrow]] as const) {
    const date = new Date()
    date.setDate(date.getDate() + days)
    if (wanted === date.toDateString()) return name
  }
  return undefined
}
