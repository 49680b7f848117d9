// One line at the bottom of a terminal that is written over as things go on. Elsewhere: nothing.

export interface Progress {
  label: string
  done: number
  total: number | null
  /** Per second. */
  rate: number | null
  /** How to write a number of what is counted. */
  format: (count: number) => string
  rejected?: number
}

export interface ProgressLine {
  show(progress: Progress): void
  /** Takes the line away, before something else is printed. */
  clear(): void
}

export function createProgressLine(terminal: NodeJS.WriteStream): ProgressLine {
  if (!terminal.isTTY) return { show() {}, clear() {} }
  let shown = -Infinity
  return {
    show(progress) {
      if (performance.now() - shown < interval) return
      shown = performance.now()
      terminal.write(`\r${describe(progress).slice(0, (terminal.columns || 80) - 1)}\x1b[K`)
    },
    clear: () => void terminal.write('\r\x1b[K'),
  }
}

/** An upload reports a thousand times a second; nobody reads more than ten. */
const interval = 100

function describe({ label, done, total, rate, format, rejected = 0 }: Progress): string {
  const parts = [`  ${label}`]
  // A total may be an estimate, and what is done may pass it.
  const share = total ? Math.min(done / total, 1) : undefined
  if (share !== undefined) parts.push(bar(share), `${Math.floor(share * 100)} %`.padStart(5))
  parts.push(total ? `${format(Math.min(done, total))} of ${format(total)}` : format(done))
  if (rate) parts.push(`${format(Math.round(rate))}/s`)
  if (rate && total && done < total) parts.push(`${duration((total - done) / rate)} left`)
  if (rejected > 0) parts.push(`${rejected.toLocaleString('en')} rejected`)
  return parts.join('  ')
}

const width = 24

function bar(share: number): string {
  const filled = Math.round(share * width)
  return '█'.repeat(filled) + '░'.repeat(width - filled)
}

/** `42 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`
}
