// What runs when no page of ours does: shows what was pushed, takes back what was read elsewhere, and leads to it. It fetches nothing and
// keeps nothing.

// A new one takes over at once.
addEventListener('install', () => skipWaiting())

/** Safari takes its leave back from who is pushed to and shows nothing, whoever looks. */
const mustShow = /AppleWebKit/.test(navigator.userAgent) && !/Chrome|Chromium/.test(navigator.userAgent)

addEventListener('push', (event) => event.waitUntil(take(event.data.json(), mustShow)))

// A page that nobody looks at has news, and cannot be pushed to.
addEventListener('message', (event) => event.waitUntil(take(event.data)))

addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data.path))
})

async function take({ gone = [], ...notice }, always = false) {
  for (const shown of await registration.getNotifications()) if (gone.includes(shown.tag)) shown.close()
  const looked = (await pages()).find(({ focused }) => focused)
  // Whoever looks at a page of ours sees it there; unless that is of another organization, which the page knows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows; a page of a service worker is of its origin
  if (looked && !always) looked.postMessage({ notice })
  else await show(notice)
}

async function show({ title, body, tag, path, at, urgent, in: organization }) {
  const [shown] = await registration.getNotifications({ tag })
  // Several pages say the same, and what was pushed may come late.
  if (shown?.data.at >= at) return
  const data = { path: `${path}${path.includes('?') ? '&' : '?'}in=${organization}`, at }
  await registration.showNotification(title, { body, tag, data, icon: '/icon-192.png', badge: '/icon-badge.png', renotify: true, requireInteraction: urgent })
}

/** In a page that is open, or in a new one. */
async function open(path) {
  const [page] = await pages()
  if (!page) return void (await clients.openWindow(path))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- as above
  page.postMessage({ open: path })
  await page.focus()
}

function pages() {
  return clients.matchAll({ type: 'window', includeUncontrolled: true })
}
