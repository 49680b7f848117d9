import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { callerWithRole, organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file)
type Hit = { id: string; title: string; subtitle: string; excerpt: string | null }

test('a task is found in the one box by its title, labels and description, as they are now, and only in its organization', async () => {
  const [acme, other] = [await organization(app), await organization(app)]
  const found = async (q: string, by: { get: typeof acme.get } = acme): Promise<Hit[]> =>
    (await by.get(`/search?q=${encodeURIComponent(q)}&kind=task`)).groups.flatMap(({ data }: { data: Hit[] }) => data)
  const task = await acme.post('/tasks', { title: 'Renew the certificate', description: 'Of the warehouse in Łódź.', labels: ['operations'] })
  for (const q of ['certif', 'operations', 'warehouse lodz']) assert.deepEqual((await found(q)).map(({ id }) => id), [task.id], q)
  const [hit] = await found('warehouse')
  assert.deepEqual([hit!.title, hit!.subtitle, hit!.excerpt], ['Renew the certificate', 'To do', 'Of the warehouse in Łódź.'])
  assert.deepEqual(await found('certificate', other), [])

  await acme.patch(`/tasks/${task.id}`, { title: 'Renew the licence', labels: [] })
  assert.deepEqual([await found('certificate'), await found('operations'), (await found('licence')).length], [[], [], 1])
  const [label] = (await acme.get('/labels')).data
  await acme.patch(`/tasks/${task.id}`, { labels: [label.name] })
  await acme.patch(`/labels/${label.id}`, { name: 'logistics' })
  assert.deepEqual([(await found('operations')).length, (await found('logistics')).length], [0, 1])
  await acme.remove(`/tasks/${task.id}`)
  assert.deepEqual(await found('licence'), [])
  await acme.post(`/tasks/${task.id}/restore`, {}, 200)
  assert.equal((await found('licence')).length, 1)
  // Guests do not see all tasks.
  assert.deepEqual(await found('licence', await callerWithRole(app, acme, 'guest')), [])
})
