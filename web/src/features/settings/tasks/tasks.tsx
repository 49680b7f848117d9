import { Section } from '../section.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Labels } from './labels.tsx'
import { Statuses } from './statuses.tsx'

/** What all tasks of the organization share. */
export function TaskSettings() {
  const m = useSettingsMessages()
  return (
    <Section title={m.settings.sections.tasks} lead={m.task_settings.lead}>
      <Statuses />
      <Labels />
    </Section>
  )
}
