// By which ways somebody hears of each kind, unless they have chosen otherwise.

import { notificationKinds, type NotificationKind, type NotificationPreferences, type NotificationWays } from './contract.ts'

const everywhere = { in_app: true, mail: true, push: true }
const inApp = { in_app: true, mail: false, push: false }

const defaults: Record<NotificationKind, NotificationWays> = {
  urgent: everywhere,
  mention: everywhere,
  direct_message: everywhere,
  reply: everywhere,
  reminder: everywhere,
  not_sent: everywhere,
  assigned: everywhere,
  due_soon: everywhere,
  unblocked: inApp,
  operation_finished: inApp,
  operation_failed: everywhere,
}

type Chosen = Partial<Record<NotificationKind, Partial<NotificationWays>>>

export function waysOf({ kinds }: { kinds: Chosen }, kind: NotificationKind): NotificationWays {
  return { ...defaults[kind], ...kinds[kind] }
}

export function waysOfAll(inbox: { kinds: Chosen }): NotificationPreferences['kinds'] {
  return Object.fromEntries(notificationKinds.map((kind) => [kind, waysOf(inbox, kind)])) as NotificationPreferences['kinds']
}

/** What is told at once. */
export const urgentKinds: NotificationKind[] = ['urgent']
