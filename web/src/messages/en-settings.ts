// The words of the settings, which come with them.

import { organization } from './en/organization.ts'
import { programs } from './en/programs.ts'
import { records } from './en/records.ts'
import { settings } from './en/settings.ts'

export const en = { ...organization, ...programs, ...records, ...settings }

export type SettingsMessages = typeof en
