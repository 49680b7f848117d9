// The pages of the settings, and who has them.

import { BellRing, Building2, Download, Fingerprint, History, KeyRound, ListTodo, Mails, MonitorSmartphone, Moon, Palette, ShieldCheck, Tags, TextCursorInput, UserRound, UsersRound, Webhook, type LucideIcon } from 'lucide-react'
import type { Role } from '@/app/roles.ts'

export const personal = [
  { name: 'profile', to: '/settings/profile', icon: UserRound, needs: 'guest' },
  { name: 'availability', to: '/settings/availability', icon: Moon, needs: 'guest' },
  { name: 'appearance', to: '/settings/appearance', icon: Palette, needs: 'guest' },
  { name: 'notifications', to: '/settings/notifications', icon: BellRing, needs: 'guest' },
  { name: 'sessions', to: '/settings/sessions', icon: MonitorSmartphone, needs: 'guest' },
  { name: 'passkeys', to: '/settings/passkeys', icon: Fingerprint, needs: 'guest' },
  { name: 'two_factor', to: '/settings/two-factor', icon: ShieldCheck, needs: 'guest' },
] as const satisfies Section[]

export const shared = [
  { name: 'organization', to: '/settings/organization', icon: Building2, needs: 'guest' },
  { name: 'members', to: '/settings/members', icon: UsersRound, needs: 'member' },
  { name: 'fields', to: '/settings/fields', icon: TextCursorInput, needs: 'member' },
  { name: 'tags', to: '/settings/tags', icon: Tags, needs: 'member' },
  { name: 'tasks', to: '/settings/tasks', icon: ListTodo, needs: 'member' },
  { name: 'data', to: '/settings/data', icon: Download, needs: 'member' },
  { name: 'api_keys', to: '/settings/api-keys', icon: KeyRound, needs: 'admin' },
  { name: 'webhooks', to: '/settings/webhooks', icon: Webhook, needs: 'admin' },
  { name: 'audit', to: '/settings/audit', icon: History, needs: 'admin' },
  { name: 'outbox', to: '/settings/outbox', icon: Mails, needs: 'admin' },
] as const satisfies Section[]

interface Section {
  name: string
  to: string
  icon: LucideIcon
  needs: Role
}
