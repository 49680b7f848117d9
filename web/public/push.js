// What runs when no page of ours does: shows what was pushed, and leads to it. It fetches nothing and keeps nothing.

addEventListener('push', (event) => event.waitUntil(show(event.data.json())))

addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data.path))
})

async function show({ title, body, tag, path }) {
  // Whoever looks at a page of ours sees it there.
  if ((await pages()).some(({ focused }) => focused)) return
  await registration.showNotification(title, { body, tag, data: { path }, icon: '/icon.svg' })
}

/** In a page that is open, or in a new one. */
async function open(path) {
  const [page] = await pages()
  if (!page) return void (await clients.openWindow(path))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows; a page of a service worker is of its origin
  page.postMessage({ open: path })
  await page.focus()
}

function pages() {
  return clients.matchAll({ type: 'window', includeUncontrolled: true })
}
