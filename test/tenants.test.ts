// Every route, called by another organization: what it does not own is not there. Made from the OpenAPI document, so
// a new route without an entry here fails.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { testApp, type Answer } from './app.ts'
import { csv, finished, mail, organization } from './factories.ts'
import { form } from './forms.ts'
import { file } from './scope.ts'

const app = await testApp(file, { worker: true })
const [mine, theirs] = [await organization(app), await organization(app)]

// What the other organization has, one of everything.
const company = { name: 'Their company' }
const contact = await theirs.post('/contacts', {
  name: 'Their person',
  emails: [{ address: 'person@theirs.example' }],
  company,
  tags: ['their tag'],
  fields: { 'their field': 'theirs' },
  owner_id: theirs.user_id,
})
const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).png().toBuffer()
await app.call({ method: 'POST', url: `/api/v1/contacts/${contact.id}/photo`, key: theirs.key, ...form({ file: picture }) })
const date = await theirs.post(`/contacts/${contact.id}/dates`, { kind: 'custom', label: 'Their day', month: 1, day: 1 })
const { id: relatedId } = await theirs.post('/contacts', { name: 'Their relation' })
const relationship = await theirs.post(`/contacts/${contact.id}/relationships`, { contact_id: relatedId, kind: 'friend' })
const { id: doubleId } = await theirs.post('/contacts', { name: 'Their double' })
const merge = await theirs.post('/contacts/merges', { into: relatedId, contact_ids: [doubleId] })
const bulkChange = await theirs.post('/contacts/bulk', { action: 'change', contact_ids: [relatedId], change: { title: 'Their title' } })
const invitation = await theirs.post('/invitations', { email: 'invited@theirs.example' })
const { id: erasedId } = await theirs.post('/contacts', { name: 'Their erased' })
const erasure = await theirs.post(`/contacts/${erasedId}/erasure`, {}, 202)
await finished(theirs, erasure.operation_id)
const { id: apiKeyId } = (await theirs.get('/api-keys')).data[0]
const operation = await finished(
  theirs,
  (await theirs.upload(csv(['name', 'email'], ['Their import', 'import@theirs.example'], ['', '']))).id,
)
await theirs.import(mail({
  from: 'person@theirs.example', subject: 'Their mail', body: 'Their file',
  headers: { 'Content-Type': 'text/plain', 'Content-Disposition': 'attachment; filename="their.txt"' },
}), { filename: 'mail.eml' })
const [interaction] = (await theirs.get('/interactions')).data
const [attachment] = (await theirs.get(`/interactions/${interaction.id}`)).attachments
const note = await theirs.post('/notes', { text: 'Their note', contact_ids: [contact.id] })

const room = await theirs.post('/rooms', { kind: 'channel', name: 'Their channel' })
const message = await theirs.post(`/rooms/${room.id}/messages`, { text: 'Their message' })

const webhook = await theirs.post('/webhooks', { url: 'https://theirs.example', event_types: ['none.such'], enabled: false })
const delivery = await theirs.post(`/webhooks/${webhook.id}/test`, {}, 202)

const { id: tagId } = (await theirs.get('/tags')).data[0]
const { id: fieldId } = (await theirs.get('/fields')).data[0]
const view = await theirs.post('/views', { name: 'Their view', shared: true })

const task = await theirs.post('/tasks', { title: 'Their task', labels: ['their label'], contact_ids: [contact.id], company_ids: [contact.company.id] })
const companyBulkChange = await theirs.post('/companies/bulk', { action: 'change', company_ids: [contact.company.id], change: { domain: 'theirs.example' } })
const taskBulkChange = await theirs.post('/tasks/bulk', { action: 'change', task_ids: [task.id], change: { priority: 'low' } })
const companyView = await theirs.post('/companies/views', { name: 'Their companies', shared: true })
const taskView = await theirs.post('/tasks/views', { name: 'Their tasks', shared: true })
const { id: labelId } = (await theirs.get('/labels')).data[0]
const taskStatus = await theirs.post('/task-statuses', { name: 'Their status', category: 'todo' })

/** The id that stands in the path of each route. */
const owned: Record<string, string> = {
  'DELETE /api-keys/{id}': apiKeyId,
  'GET /organizations/{id}': theirs.organization_id,
  'PATCH /organizations/{id}': theirs.organization_id,
  'PATCH /members/{user_id}': theirs.user_id,
  'DELETE /members/{user_id}': theirs.user_id,
  'DELETE /invitations/{id}': invitation.id,
  'POST /invitations/{id}/resend': invitation.id,
  'GET /contacts/{id}': contact.id,
  'PATCH /contacts/{id}': contact.id,
  'DELETE /contacts/{id}': contact.id,
  'POST /contacts/{id}/restore': contact.id,
  'GET /companies/{id}': contact.company.id,
  'PATCH /companies/{id}': contact.company.id,
  'DELETE /companies/{id}': contact.company.id,
  'POST /companies/{id}/merge': contact.company.id,
  'POST /companies/{id}/restore': contact.company.id,
  'GET /tags/{id}': tagId,
  'PATCH /tags/{id}': tagId,
  'DELETE /tags/{id}': tagId,
  'GET /fields/{id}': fieldId,
  'PATCH /fields/{id}': fieldId,
  'DELETE /fields/{id}': fieldId,
  'GET /views/{id}': view.id,
  'PATCH /views/{id}': view.id,
  'DELETE /views/{id}': view.id,
  'GET /companies/views/{id}': companyView.id,
  'PATCH /companies/views/{id}': companyView.id,
  'DELETE /companies/views/{id}': companyView.id,
  'GET /contacts/{id}/photo': contact.id,
  'GET /contacts/{id}/export': contact.id,
  'DELETE /contacts/{id}/photo': contact.id,
  'GET /contacts/{id}/dates': contact.id,
  'PATCH /dates/{id}': date.id,
  'DELETE /dates/{id}': date.id,
  'GET /contacts/{id}/relationships': contact.id,
  'DELETE /relationships/{id}': relationship.id,
  'POST /contacts/merges/{id}/undo': merge.id,
  'GET /companies/bulk/{id}': companyBulkChange.id,
  'POST /companies/bulk/{id}/undo': companyBulkChange.id,
  'GET /contacts/bulk/{id}': bulkChange.id,
  'POST /contacts/bulk/{id}/undo': bulkChange.id,
  'POST /contacts/{id}/erasure': contact.id,
  'GET /erasures/{id}': erasure.id,
  'GET /contacts/{id}/timeline': contact.id,
  'GET /contacts/{id}/timeline/counts': contact.id,
  'GET /companies/{id}/timeline': contact.company.id,
  'GET /companies/{id}/timeline/counts': contact.company.id,
  'GET /interactions/{id}': interaction.id,
  'GET /interactions/{id}/page': interaction.id,
  'PATCH /interactions/{id}': interaction.id,
  'DELETE /interactions/{id}': interaction.id,
  'POST /interactions/{id}/restore': interaction.id,
  'GET /attachments/{id}': attachment.id,
  'GET /notes/{id}': note.id,
  'PATCH /notes/{id}': note.id,
  'DELETE /notes/{id}': note.id,
  'POST /notes/{id}/restore': note.id,
  'GET /threads/{id}': interaction.thread_id,
  'GET /rooms/{id}': room.id,
  'PATCH /rooms/{id}': room.id,
  'POST /rooms/{id}/membership': room.id,
  'PATCH /rooms/{id}/membership': room.id,
  'DELETE /rooms/{id}/membership': room.id,
  'POST /rooms/{id}/read': room.id,
  'POST /rooms/{id}/unread': room.id,
  'GET /rooms/{id}/members': room.id,
  'POST /rooms/{id}/members': room.id,
  'PATCH /rooms/{id}/members/{user_id}': room.id,
  'DELETE /rooms/{id}/members/{user_id}': room.id,
  'GET /rooms/{id}/messages': room.id,
  'POST /rooms/{id}/messages': room.id,
  'GET /rooms/{id}/pins': room.id,
  'GET /rooms/{id}/bookmarks': room.id,
  'GET /rooms/{id}/export.jsonl': room.id,
  'GET /rooms/{id}/export.zip': room.id,
  'PUT /rooms/{id}/draft': room.id,
  'POST /rooms/{id}/scheduled-messages': room.id,
  'POST /rooms/{id}/typing': room.id,
  'GET /messages/{id}/replies': message.id,
  'POST /messages/{id}/replies/read': message.id,
  'POST /messages/{id}/replies/unread': message.id,
  'PUT /messages/{id}/following': message.id,
  'DELETE /messages/{id}/following': message.id,
  'GET /messages/{id}/edits': message.id,
  'PUT /messages/{id}/reactions/{emoji}': message.id,
  'DELETE /messages/{id}/reactions/{emoji}': message.id,
  'PUT /messages/{id}/acknowledgement': message.id,
  'DELETE /messages/{id}/previews': message.id,
  'PUT /messages/{id}/pin': message.id,
  'DELETE /messages/{id}/pin': message.id,
  'PUT /messages/{id}/bookmark': message.id,
  'DELETE /messages/{id}/bookmark': message.id,
  'GET /messages/{id}': message.id,
  'PATCH /messages/{id}': message.id,
  'DELETE /messages/{id}': message.id,
  'POST /messages/{id}/restore': message.id,
  'GET /imports/{id}': operation.id,
  'DELETE /imports/{id}': operation.id,
  'GET /imports/{id}/rejections': operation.id,
  'POST /imports/{id}/rejections': operation.id,
  'GET /imports/{id}/rejects.csv': operation.id,
  'POST /operations/{id}/pause': operation.id,
  'POST /operations/{id}/resume': operation.id,
  'POST /operations/{id}/cancel': operation.id,
  'GET /operations/{id}': operation.id,
  'GET /tasks/{id}': task.id,
  'PATCH /tasks/{id}': task.id,
  'DELETE /tasks/{id}': task.id,
  'POST /tasks/{id}/restore': task.id,
  'POST /tasks/{id}/move': task.id,
  'POST /tasks/{id}/skip': task.id,
  'GET /tasks/{id}/files': task.id,
  'PUT /tasks/{id}/room': task.id,
  'GET /tasks/{id}/history': task.id,
  'PUT /tasks/{id}/blockers/{blocker_id}': task.id,
  'DELETE /tasks/{id}/blockers/{blocker_id}': task.id,
  'GET /tasks/bulk/{id}': taskBulkChange.id,
  'POST /tasks/bulk/{id}/undo': taskBulkChange.id,
  'GET /tasks/views/{id}': taskView.id,
  'PATCH /tasks/views/{id}': taskView.id,
  'DELETE /tasks/views/{id}': taskView.id,
  'GET /labels/{id}': labelId,
  'PATCH /labels/{id}': labelId,
  'DELETE /labels/{id}': labelId,
  'GET /task-statuses/{id}': taskStatus.id,
  'PATCH /task-statuses/{id}': taskStatus.id,
  'DELETE /task-statuses/{id}': taskStatus.id,
  'GET /webhooks/{id}': webhook.id,
  'PATCH /webhooks/{id}': webhook.id,
  'DELETE /webhooks/{id}': webhook.id,
  'POST /webhooks/{id}/secret': webhook.id,
  'POST /webhooks/{id}/test': webhook.id,
  'POST /webhooks/{id}/replay': webhook.id,
  'GET /webhooks/{id}/deliveries': webhook.id,
  'GET /webhooks/{id}/deliveries/{delivery_id}': webhook.id,
  'POST /webhooks/{id}/deliveries/{delivery_id}/replay': webhook.id,
}

/** What those take that take something. */
const changes: Record<string, object> = {
  'PATCH /organizations/{id}': { name: 'Taken' },
  'PATCH /members/{user_id}': { role: 'guest' },
  'PATCH /contacts/{id}': { name: 'Taken' },
  'PATCH /companies/{id}': { name: 'Taken' },
  'POST /companies/{id}/merge': { into: '00000000-0000-7000-8000-000000000000' },
  'PATCH /tags/{id}': { name: 'Taken' },
  'PATCH /fields/{id}': { label: 'Taken' },
  'PATCH /views/{id}': { name: 'Taken' },
  'PATCH /companies/views/{id}': { name: 'Taken' },
  'PATCH /dates/{id}': { day: 2 },
  'PATCH /interactions/{id}': { pinned: true },
  'PATCH /notes/{id}': { text: 'Taken' },
  'PATCH /rooms/{id}': { topic: 'Taken' },
  'PATCH /rooms/{id}/membership': { notify: 'nothing' },
  'POST /rooms/{id}/read': { seq: 1 },
  'POST /rooms/{id}/unread': { seq: 1 },
  'POST /rooms/{id}/members': { user_ids: ['00000000-0000-7000-8000-000000000000'] },
  'PATCH /rooms/{id}/members/{user_id}': { role: 'owner' },
  'POST /rooms/{id}/messages': { text: 'Taken' },
  'PATCH /messages/{id}': { text: 'Taken' },
  'PATCH /tasks/{id}': { title: 'Taken' },
  'POST /tasks/{id}/move': {},
  'PATCH /tasks/views/{id}': { name: 'Taken' },
  'PATCH /labels/{id}': { name: 'Taken' },
  'PATCH /task-statuses/{id}': { name: 'Taken' },
  'PUT /rooms/{id}/draft': { text: 'Taken' },
  'POST /rooms/{id}/scheduled-messages': { text: 'Taken', send_at: new Date(Date.now() + 3_600_000).toISOString() },
  'POST /rooms/{id}/typing': {},
  'POST /messages/{id}/replies/read': { seq: 1 },
  'POST /messages/{id}/replies/unread': { seq: 1 },
  'PATCH /webhooks/{id}': { description: 'Taken' },
  'POST /imports/{id}/rejections': { rows: [{ position: 2, record: ['Taken'] }] },
  'POST /webhooks/{id}/replay': { from: '2026-01-01T00:00:00Z' },
}

/** Bodies that name something of the other organization. */
const bodies: Record<string, { body: object; status: number }[]> = {
  'POST /contacts': [
    { body: { name: 'X', company: { id: contact.company.id } }, status: 404 },
    { body: { name: 'X', owner_id: theirs.user_id }, status: 404 },
  ],
  'PATCH /contacts/{id}': [
    { body: { company: { id: contact.company.id } }, status: 404 },
    { body: { owner_id: theirs.user_id }, status: 404 },
  ],
  'POST /contacts/{id}/relationships': [{ body: { kind: 'friend', contact_id: contact.id }, status: 404 }],
  // Where the contact in the path is another organization's, in contacts/dates.
  'POST /contacts/{id}/dates': [],
  'POST /contacts/duplicates/dismissals': [{ body: { contact_ids: [contact.id, relatedId] }, status: 404 }],
  'POST /companies/bulk': [{ body: { action: 'delete', company_ids: [contact.company.id] }, status: 404 }],
  'POST /companies/bulk/preview': [{ body: { action: 'delete', company_ids: [contact.company.id] }, status: 404 }],
  'POST /contacts/bulk': [{ body: { action: 'delete', contact_ids: [contact.id] }, status: 404 }],
  'POST /contacts/bulk/preview': [{ body: { action: 'delete', contact_ids: [contact.id] }, status: 404 }],
  'POST /contacts/merges': [{ body: { contact_ids: [relatedId], into: contact.id }, status: 404 }],
  'POST /interactions': [
    { body: { kind: 'call', participants: [{ contact_id: contact.id }] }, status: 404 },
    { body: { kind: 'call', company_ids: [contact.company.id] }, status: 404 },
  ],
  'POST /notes': [
    { body: { text: 'x', contact_ids: [contact.id] }, status: 404 },
    { body: { text: 'x', company_ids: [contact.company.id] }, status: 404 },
  ],
  'POST /tasks': [
    { body: { title: 'x', contact_ids: [contact.id] }, status: 404 },
    { body: { title: 'x', company_ids: [contact.company.id] }, status: 404 },
    { body: { title: 'x', assignee_ids: [theirs.user_id] }, status: 404 },
    { body: { title: 'x', watcher_ids: [theirs.user_id] }, status: 404 },
    { body: { title: 'x', blocker_ids: [task.id] }, status: 404 },
    { body: { title: 'x', parent_id: task.id }, status: 404 },
    { body: { title: 'x', status_id: taskStatus.id }, status: 404 },
  ],
  'POST /tasks/parse': [],
  'POST /tasks/lines': [],
  'POST /tasks/bulk': [{ body: { action: 'delete', task_ids: [task.id] }, status: 404 }],
  'POST /tasks/bulk/preview': [{ body: { action: 'delete', task_ids: [task.id] }, status: 404 }],
  'POST /tasks/views': [],
  'POST /companies/views': [],
  'POST /labels': [],
  'POST /task-statuses': [],
  'POST /companies': [],
  'POST /tags': [],
  'POST /fields': [],
  'POST /views': [],
  'POST /api-keys': [],
  'POST /invitations': [],
  'POST /imports': [],
  // Its form is tried by another organization in contacts/photos.
  'POST /contacts/{id}/photo': [],
  'POST /imports/preview': [],
  // Its form is tried by who does not see the room in rooms/files; and so are files.
  'POST /rooms/{id}/files': [],
  'POST /rooms': [
    { body: { kind: 'channel', name: 'Mine', user_ids: [theirs.user_id] }, status: 404 },
  ],
  'PUT /rooms/retention': [],
  'PUT /rooms/link-previews': [],
  'POST /webhooks': [],
  'POST /batch': [],
}

// Of a person, not of an organization: that nobody reaches another person's is in server/modules/accounts.
const personal = [
  // That of another organization is not found by whoever has signed in, in server/modules/tasks.
  'PUT /tasks/{id}/watching',
  'DELETE /tasks/{id}/watching',
  'PUT /tasks/{id}/plan',
  'DELETE /tasks/{id}/plan',
  'GET /tasks/my-day',
  // That of another person is not found, in server/modules/rooms/scheduled.
  'GET /scheduled-messages',
  'PATCH /scheduled-messages/{id}',
  'DELETE /scheduled-messages/{id}',
  'POST /scheduled-messages/{id}/send',
  // That of another person is not found, in server/modules/reminders.
  'GET /reminders',
  'POST /reminders',
  'POST /reminders/parse',
  'PATCH /reminders/{id}',
  'DELETE /reminders/{id}',
  // That of another person is not found, in server/modules/notifications.
  'GET /notifications',
  'GET /notifications/{id}',
  'PATCH /notifications/{id}',
  'PATCH /notifications',
  'POST /notifications/read',
  'POST /notifications/clearing',
  'GET /availability',
  'PATCH /availability',
  'GET /notification-preferences',
  'PATCH /notification-preferences',
  'GET /push-key',
  'POST /push-subscriptions',
  'DELETE /push-subscriptions/{id}',
  // By a token that names the organization.
  'POST /notification-mails/unsubscribe',
  // An api key, which is in no room, has none of its own to be found by.
  'GET /messages/{id}/following',
  'GET /files/{id}',
  'GET /files/{id}/thumbnail',
  // Of owners, whom no key stands for.
  'DELETE /organizations/{id}',
  'POST /members/{user_id}/ownership',
  'GET /setup',
  'POST /setup',
  'GET /organizations',
  'POST /organizations',
  'PATCH /me',
  'POST /me/totp',
  'POST /me/totp/confirmation',
  'DELETE /me/totp',
  'POST /me/recovery-codes',
  'DELETE /me/trusted-devices',
  'PUT /me/password',
  'PUT /me/email',
  'POST /email-confirmations',
  'POST /password-resets',
  'POST /password-resets/confirmation',
  'POST /invitations/lookup',
  'POST /invitations/acceptance',
  'POST /sessions',
  'POST /sessions/two-factor',
  'POST /sessions/passkey/options',
  'POST /sessions/passkey',
  'GET /sign-in-methods',
  'POST /sessions/oidc',
  'GET /sessions/oidc/callback',
  'GET /me/passkeys',
  'POST /me/passkeys',
  'POST /me/passkeys/options',
  'PATCH /me/passkeys/{id}',
  'DELETE /me/passkeys/{id}',
  'GET /sessions',
  'DELETE /sessions',
  'PATCH /sessions/current',
  'DELETE /sessions/current',
  'DELETE /sessions/{id}',
]

const lists = [
  'GET /me',
  'GET /api-keys',
  'GET /members',
  'GET /invitations',
  'GET /outbox',
  'GET /audit',
  'GET /audit/export',
  'GET /contacts',
  'GET /contacts/duplicates',
  'GET /companies',
  'GET /tags',
  'GET /fields',
  'GET /views',
  'GET /companies/bulk',
  'GET /contacts/bulk',
  'GET /contacts/merges',
  'GET /dashboard',
  'GET /tasks',
  'GET /tasks/board',
  'GET /tasks/views',
  'GET /companies/views',
  'GET /tasks/bulk',
  'GET /tasks/calendar',
  'GET /labels',
  'GET /task-statuses',
  'GET /exports/tasks.csv',
  'GET /exports/contacts.csv',
  'GET /exports/contacts.vcf',
  'GET /exports/timeline.jsonl',
  'GET /exports/timeline.mbox',
  'GET /exports/calendar.ics',
  'GET /dates/upcoming',
  'GET /erasures',
  'GET /interactions',
  'GET /interactions/counts',
  'GET /notes',
  'GET /operations',
  'GET /rooms',
  'GET /rooms/browse',
  'GET /rooms/retention',
  'GET /rooms/link-previews',
  'GET /rooms/search',
  'GET /rooms/threads',
  'GET /rooms/drafts',
  'GET /bookmarks',
  'GET /presence',
  'GET /search',
  'GET /events',
  'GET /webhooks',
]

const routes = app.document.routes.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`)

test('each route has an entry here', () => {
  const known = new Set([...Object.keys(owned), ...Object.keys(bodies), ...lists, ...personal])
  assert.deepEqual(
    routes.filter((route) => !known.has(route)),
    [],
  )
  assert.deepEqual(
    [...known].filter((route) => !routes.includes(route)),
    [],
  )
})

for (const [route, id] of Object.entries(owned)) {
  test(`${route} of another organization is a 404, and changes nothing`, async () => {
    const [method, path] = route.split(' ') as ['GET', string]
    const before = await everything()
    const url = `/api/v1${path.replace('{delivery_id}', delivery.id).replace('{blocker_id}', task.id).replace(/\{\w+\}/, id).replace('{user_id}', theirs.user_id).replace('{emoji}', 'x')}`
    const body = changes[route]
    const own = method === 'GET' ? await app.call({ method, url, key: theirs.key }) : undefined
    assert.equal(own?.status ?? 200, 200, 'its own organization finds it')
    const answer = await app.call({ method, url, key: mine.key, body })
    assert.equal(answer.status, 404, answer.text)
    assert.doesNotMatch(answer.text, /their/i)
    assert.deepEqual(await everything(), before)
  })
}

for (const [route, cases] of Object.entries(bodies)) {
  for (const { body, status } of cases) {
    test(`${route} with another organization’s ${Object.keys(body).at(-1)} is a ${status}`, async () => {
      const { id } = await mine.post('/contacts', { name: 'Mine' })
      const [method, path] = route.split(' ') as ['POST', string]
      const answer = await app.call({ method, url: `/api/v1${path.replace('{id}', id)}`, key: mine.key, body })
      assert.equal(answer.status, status, answer.text)
      const { company, owner_id } = await mine.get(`/contacts/${id}`)
      assert.deepEqual([company, owner_id], [null, null])
    })
  }
}

/** Queries that name something of the other organization, or would show more than usual. */
const asked: Record<string, string[]> = {
  '/contacts': [
    '',
    `?company_id=${contact.company.id}`,
    `?owner_id=${theirs.user_id}`,
    '?q=their&count=exact',
    '?sort=company',
    '?sort=email',
    `?filter=${encodeURIComponent('[{"field":"company","op":"contains","value":"their"}]')}`,
    '?tag=their%20tag',
    '?email=person@theirs.example',
  ],
  '/contacts/merges': ['', `?contact_id=${doubleId}`],
  '/companies': ['', '?q=their'],
  '/tags': ['', '?q=their'],
  '/dates/upcoming': ['?days=365'],
  '/presence': [`?user_ids=${theirs.user_id}`],
  '/tasks': ['', '?q=their', '?label=their%20label', `?contact_id=${contact.id}`, `?company_id=${contact.company.id}`, `?status_id=${taskStatus.id}`],
  '/tasks/calendar': ['?from=2026-01-01&to=2026-01-31'],
  '/events': ['', '?after=now'],
  '/search': ['?q=their'],
  '/rooms/browse': ['', '?q=their'],
  '/rooms/search': ['?q=their'],
}

for (const route of lists) {
  test(`${route} shows nothing of another organization, whatever is asked`, async () => {
    const path = route.split(' ')[1]!
    for (const query of asked[path] ?? ['']) {
      const { text, status } = await app.call({ url: `/api/v1${path}${query}`, key: mine.key })
      assert.equal(status, 200)
      for (const word of ['heir', contact.id, date.id, operation.id, apiKeyId, theirs.organization_id]) {
        assert.ok(!text.includes(word), `${path}${query} shows ${word}`)
      }
    }
  })
}

test('a cursor of another organization leads to nothing of it', async () => {
  for (let n = 0; n < 3; n++) await theirs.post('/contacts', { name: `Their ${n}` })
  for (const path of ['/contacts', '/api-keys', '/operations', '/events', '/audit']) {
    if (path === '/api-keys') await theirs.post('/api-keys', { name: 'Their other' })
    const page = await theirs.get(`${path}?limit=1`)
    const name = path === '/events' ? 'after' : 'cursor'
    assert.ok(page.next_cursor, path)
    const { data } = await mine.get(`${path}?limit=100&${name}=${encodeURIComponent(page.next_cursor)}`)
    assert.doesNotMatch(JSON.stringify(data), /their/i)
  }
})

test('names and addresses are each organization’s own: the same ones may stand in two', async () => {
  const same = await mine.post('/contacts', {
    name: 'Their person',
    emails: [{ address: 'person@theirs.example' }],
    company: { name: 'Their company' },
    tags: ['their tag'],
  })
  assert.notEqual(same.id, contact.id)
  assert.notEqual(same.company.id, contact.company.id)
  await app
    .call({
      ...form({ file: csv(['name', 'email', 'title'], ['Renamed', 'person@theirs.example', 'Boss']) }),
      url: '/api/v1/imports',
      key: mine.key,
    })
    .then(({ json }) => finished(mine, json.id))
  assert.equal((await mine.get(`/contacts/${same.id}`)).title, 'Boss')
  assert.deepEqual(await theirs.get(`/contacts/${contact.id}`), await withoutNews(contact))
})

// Their mail and their photo came after the contact was made.
async function withoutNews(known: Answer['json']): Promise<Answer['json']> {
  const { last_interaction_at, photo_url, updated_at } = await theirs.get(`/contacts/${known.id}`)
  return { ...known, last_interaction_at, photo_url, updated_at }
}

async function everything(): Promise<Answer['json'][]> {
  const paths = ['/contacts', '/tasks', '/labels', '/task-statuses', '/api-keys', '/webhooks', '/operations', `/contacts/${contact.id}`, `/contacts/${contact.id}/timeline`, '/rooms', `/rooms/${room.id}/messages`]
  return Promise.all(paths.map((path) => theirs.get(path)))
}
