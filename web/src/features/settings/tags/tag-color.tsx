// The colours that tags are given: far enough apart, and seen on light and dark.

import { Ban } from 'lucide-react'
import { useSettingsMessages } from '@/messages/settings.ts'

const colors = ['#0f766e', '#2563eb', '#7c3aed', '#c026d3', '#e11d48', '#ea580c', '#ca8a04', '#65a30d', '#64748b']

export function TagColor({ color }: { color: string | null }) {
  return <span aria-hidden className="block size-3 rounded-full ring-1 ring-line-strong" style={color ? { backgroundColor: color } : undefined} />
}

export function ColorChoice({ chosen, onChange }: { chosen: string | null; onChange(color: string | null): void }) {
  const m = useSettingsMessages()
  // One that came by the API stays to be chosen.
  const offered = chosen && !colors.includes(chosen) ? [chosen, ...colors] : colors
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{m.tags.color}</legend>
      <div className="flex flex-wrap gap-2">
        {[null, ...offered].map((color) => (
          <label key={color} title={color ?? m.tags.no_color}>
            <input type="radio" name="color" checked={chosen === color} onChange={() => onChange(color)} aria-label={color ?? m.tags.no_color} className="peer sr-only" />
            <span
              className="flex size-6 cursor-pointer items-center justify-center rounded-full text-ink-faint ring-1 ring-line-strong ring-offset-2 ring-offset-raised peer-checked:ring-2 peer-checked:ring-ink peer-focus-visible:ring-2 peer-focus-visible:ring-accent"
              style={color ? { backgroundColor: color } : undefined}
            >
              {color === null && <Ban size={14} />}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
