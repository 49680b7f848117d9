// Whether this browser says something by itself, for whoever uses it now: while a page of ours is open, and by web push also when none is.

import { api, body } from '@/api/client.ts'
import { personalKey } from '@/app/personal-key.ts'
import type { Language } from '@/messages/messages.tsx'

/** `on`: without push, where the browser cannot or its push service does not answer. */
type Notices = 'off' | 'on' | 'pushed'

const key = () => personalKey('browser-notices')
const subscriptionKey = () => personalKey('push-subscription')

export const canNotify = 'Notification' in globalThis && 'serviceWorker' in navigator
/** Of Apple's phones only what is on the Home Screen may. */
export const needsInstalling = !canNotify && /iPhone|iPad|iPod|Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1
const canPush = canNotify && 'PushManager' in globalThis

export function noticesHere(): Notices {
  const isAllowed = canNotify && Notification.permission === 'granted'
  return isAllowed ? ((localStorage.getItem(key()) as Notices | null) ?? 'off') : 'off'
}

/** Asks whoever sits here, where they have not been asked yet. */
export async function switchOn(language: Language): Promise<Notices> {
  if ((await Notification.requestPermission()) !== 'granted') return 'off'
  localStorage.setItem(key(), 'on')
  await renewPush(language)
  return noticesHere()
}

export async function switchOff(): Promise<Notices> {
  const id = localStorage.getItem(subscriptionKey())
  localStorage.setItem(key(), 'off')
  localStorage.removeItem(subscriptionKey())
  await (await findSubscription())?.unsubscribe()
  if (id) await api.DELETE('/push-subscriptions/{id}', { params: { path: { id } } })
  return 'off'
}

/** Subscribes, or says again that this browser is subscribed: the session may be another one, and the browser may have renewed it. */
export async function renewPush(language: Language) {
  if (noticesHere() === 'off') return
  try {
    // It shows also what is not pushed.
    const registration = await navigator.serviceWorker.register('/push.js')
    if (!canPush) return
    const { public_key } = await body(api.GET('/push-key'))
    const subscription = await subscribe(registration, public_key)
    const { endpoint, keys } = subscription.toJSON() as { endpoint: string; keys: { p256dh: string; auth: string } }
    const { id } = await body(api.POST('/push-subscriptions', { body: { endpoint, keys, language } }))
    localStorage.setItem(subscriptionKey(), id)
    localStorage.setItem(key(), 'pushed')
  } catch (error) {
    // The page says it by itself then, as long as it is open.
    console.warn('This browser cannot be pushed to.', error)
    localStorage.setItem(key(), 'on')
  }
}

async function subscribe({ pushManager }: ServiceWorkerRegistration, applicationServerKey: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey }
  return pushManager.subscribe(options).catch(async (error: DOMException) => {
    // It was subscribed by another key: of a server that was set up anew at this address.
    if (error.name !== 'InvalidStateError') throw error
    await (await pushManager.getSubscription())?.unsubscribe()
    return pushManager.subscribe(options)
  })
}

async function findSubscription(): Promise<PushSubscription | null | undefined> {
  if (!canPush) return undefined
  return (await navigator.serviceWorker.getRegistration('/'))?.pushManager.getSubscription()
}
