/** How far something is; without a total, that it moves. */
export function Progress({ done, total, label }: { done: number; total: number | null; label: string }) {
  const share = total ? Math.min(done / total, 1) : undefined
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
      className="h-1.5 overflow-hidden rounded-full bg-line"
    >
      <div className={`h-full rounded-full bg-accent transition-[width] duration-300 ${share === undefined ? 'w-1/3 animate-pulse' : ''}`} style={share === undefined ? undefined : { width: `${share * 100}%` }} />
    </div>
  )
}
