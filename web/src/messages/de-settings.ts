import { organization } from './de/organization.ts'
import { programs } from './de/programs.ts'
import { records } from './de/records.ts'
import { settings } from './de/settings.ts'
import type { SettingsMessages } from './en-settings.ts'

export const de: SettingsMessages = { ...organization, ...programs, ...records, ...settings }
