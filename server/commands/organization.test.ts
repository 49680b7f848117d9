// The command as whoever runs the server uses it, beside a real one.

import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { until } from '#test/factories'
import { createInstallation } from '#test/installation'

describe('rapport organization', async () => {
  const rapport = await createInstallation()
  after(() => rapport.remove())
  const url = await rapport.start()
  const create = async (organization: string, env?: NodeJS.ProcessEnv) => {
    const owner = ['--name', 'Olive', '--email', 'olive@example.org']
    const { stdout } = await rapport.run(['organization', 'create', ...owner, '--organization', organization], env)
    return /rk_\S+/.exec(stdout)![0]
  }
  const run = async (...args: string[]) => rapport.run(['organization', ...args])
  const limitOf = async (key: string) => {
    const { headers, status } = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } })
    // Whoever asks again and again comes to the end of a small plan.
    assert.ok([200, 429].includes(status), String(status))
    return headers.get('ratelimit-limit')
  }

  test('before there is one, list says how to make it', async () => {
    assert.deepEqual(await run('list'), { code: 0, stdout: 'There is no organization yet: `rapport setup` makes one.\n', stderr: '' })
  })

  test('a new one has the plan of DEFAULT_PLAN, which is unlimited unless it says otherwise', async () => {
    const plans = { free: '100', pro: '500', enterprise: '2000' }
    for (const [plan, limit] of Object.entries(plans)) {
      assert.equal(await limitOf(await create(`With ${plan}`, { DEFAULT_PLAN: plan })), limit)
    }
    assert.equal(await limitOf(await create('With none')), null)
    const { stdout } = await run('list')
    const [head, ...lines] = stdout.trimEnd().split('\n').map((line) => line.split(/ {2,}/))
    assert.deepEqual(head, ['ID', 'PLAN', 'NAME', 'OWNER'])
    assert.deepEqual(lines.map(([, ...rest]) => rest), [
      ['free', 'With free', 'olive@example.org'],
      ['pro', 'With pro', 'olive@example.org'],
      ['enterprise', 'With enterprise', 'olive@example.org'],
      ['unlimited', 'With none', 'olive@example.org'],
    ])
  })

  test('it is told how many operations may run at once', async () => {
    await create('Busy')
    const { code, stdout } = await run('parallel', 'Busy', '5')
    assert.equal(code, 0)
    assert.match(stdout, /^“Busy” may have 5 operations of each kind running at once; it was 3\./)
    assert.match((await run('parallel', 'Busy', '1')).stdout, /it was 5\./)
  })

  test('a running server counts by a changed plan within seconds, and the audit log says who changed it', async () => {
    const key = await create('Growing', { DEFAULT_PLAN: 'free' })
    assert.equal(await limitOf(key), '100')
    const { code, stdout } = await run('plan', 'Growing', 'pro')
    assert.equal(code, 0)
    assert.equal(stdout, '“Growing” had the plan free and has pro now: 500 requests a minute for each api key and person. Servers that run know it within five seconds.\n')
    await until(async () => (await limitOf(key)) === '500', 10)

    const id = /^(\S+) .*Growing/m.exec((await run('list')).stdout)![1]!
    assert.match((await run('plan', id, 'unlimited')).stdout, /^“Growing” had the plan pro and has unlimited now: no limit\./)
    await until(async () => (await limitOf(key)) === null, 10)
    assert.match((await run('plan', 'Growing', 'unlimited')).stdout, /^“Growing” has the plan unlimited already/)

    const answer = await fetch(`${url}/api/v1/audit?type=organization.plan_changed`, { headers: { authorization: `Bearer ${key}` } })
    const { data } = (await answer.json()) as { data: { subject: string; actor: { kind: string } }[] }
    assert.deepEqual(data.map(({ subject, actor }) => [subject, actor.kind]), [1, 2].map(() => [`organization:${id}`, 'system']))
  })

  test('what cannot be done is one line that says what can', async () => {
    await Promise.all([create('Twin'), create('Twin')])
    const wrong: [string[], RegExp][] = [
      [[], /^Say `rapport organization create`, `list`, `plan` or `parallel`/],
      [['destroy'], /^Say `rapport organization create`, `list`, `plan` or `parallel`/],
      [['parallel', 'Growing'], /^Name an organization and a number/],
      [['parallel', 'Growing', '0'], /^It is a whole number from 1 to 50, not “0”/],
      [['parallel', 'Nobody', '4'], /^There is no organization “Nobody”/],
      [['plan', 'Growing'], /^Name an organization and a plan/],
      [['plan', 'Growing', 'gold'], /^There is no plan “gold”: it is one of free, pro, enterprise, unlimited\./],
      [['plan', 'Nobody', 'pro'], /^There is no organization “Nobody”: `rapport organization list`/],
      [['plan', 'Twin', 'pro'], /^2 organizations are called “Twin”: name the id/],
      [['create', '--name', 'A'], /^`rapport organization create` needs --email, --organization\./],
    ]
    const outcomes = await Promise.all(wrong.map(([args]) => run(...args)))
    for (const [at, { code, stderr }] of outcomes.entries()) {
      assert.equal(code, 1)
      assert.match(stderr, wrong[at]![1])
      assert.equal(stderr.trimEnd().split('\n').length, 1)
    }
  })
})
