import { Monitor, Moon, Sun } from 'lucide-react'
import { useSettingsMessages } from '@/messages/settings.ts'
import { classes } from '@/ui/classes.ts'
import { chooseTheme, useTheme } from '@/ui/theme.ts'
import { Group, Section } from './section.tsx'

const themes = [
  ['system', Monitor],
  ['light', Sun],
  ['dark', Moon],
] as const

export function Appearance() {
  const m = useSettingsMessages()
  const theme = useTheme()
  return (
    <Section title={m.settings.sections.appearance} lead={m.settings.appearance_lead}>
      <Group>
        <div role="radiogroup" aria-label={m.theme.title} className="grid grid-cols-1 gap-3 sm:grid-cols-3">
          {themes.map(([each, Icon]) => (
            <label key={each} className="cursor-pointer">
              <input type="radio" name="theme" value={each} checked={theme === each} onChange={() => chooseTheme(each)} className="peer sr-only" />
              <span className="block overflow-hidden rounded-lg ring-1 ring-line peer-checked:ring-2 peer-checked:ring-accent peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent hover:bg-hover">
                <Sample theme={each} />
                <span className="flex items-center gap-2 px-3 py-2.5 text-sm font-medium">
                  <Icon size={15} className="text-ink-faint" />
                  {m.theme[each]}
                </span>
              </span>
            </label>
          ))}
        </div>
      </Group>
    </Section>
  )
}

/** The program in small, in the colours of each theme. */
function Sample({ theme }: { theme: (typeof themes)[number][0] }) {
  const halves = theme === 'system' ? (['light', 'dark'] as const) : [theme]
  return (
    <span aria-hidden className="flex h-24 border-b">
      {halves.map((half) => (
        <span key={half} className={classes('flex flex-1 gap-2 p-3', half === 'dark' ? 'bg-[#0f1012]' : 'bg-[#f6f6f4]')}>
          <span className={classes('w-1/4 rounded-sm', half === 'dark' ? 'bg-[#1f2124]' : 'bg-[#e8e7e3]')} />
          <span className={classes('flex flex-1 flex-col gap-1.5 rounded-sm p-2', half === 'dark' ? 'bg-[#151618]' : 'bg-white')}>
            <span className={classes('h-1.5 w-2/3 rounded-full', half === 'dark' ? 'bg-[#4fc4b6]' : 'bg-[#0f766e]')} />
            <span className={classes('h-1.5 rounded-full', half === 'dark' ? 'bg-[#26282c]' : 'bg-[#e8e7e3]')} />
            <span className={classes('h-1.5 w-4/5 rounded-full', half === 'dark' ? 'bg-[#26282c]' : 'bg-[#e8e7e3]')} />
          </span>
        </span>
      ))}
    </span>
  )
}
