import { hearRounds, startCrowd } from '../crowd.ts'
import { post } from '../asking.ts'
import { takeRoomSample } from '../room-sample.ts'
import { at } from '../samples.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole } from '../server.ts'
import { signIn } from '../sessions.ts'
import { pressAndWatch } from '../watching.ts'
import { withWindows } from '../windows.ts'

export const liveMessages: Scenario = {
  row: 17,
  name: 'live-messages',
  about:
    '150 live clients of 41 people who are all in a channel of an eighth of all messages. From the request that sends a message there until all ' +
    'have heard of it; from one that sends a direct message until its other one has it in the inbox, on three devices; and, in two windows of a ' +
    'real Chromium, from the Enter key of the one until the other one shows the message.',
  run,
}

const clients = 150
const members = 41

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, (server, { large }) => withWindows(server, large, async ({ open }) => {
    const { channel, direct } = await withRole(server, 'superuser', (db) => takeRoomSample(db, large.id))
    const people = await signIn(server, large.id, members)
    const [owner, someone] = [people[0]!, people[1]!]
    const other = people.find(({ user_id }) => user_id === direct.other_id)!
    const url = `${server.url.replace('http', 'ws')}/api/v1/live`
    const crowd = await startCrowd([
      { name: 'everyone', url, cookies: people.map(({ cookie }) => cookie), count: clients - 5, type: 'message.created' },
      { name: 'notified', url, cookies: [other.cookie], count: 3, type: 'notification.' },
    ], 1)
    const send = (roomId: string) => (round: number) =>
      post(`${server.url}/api/v1/rooms/${roomId}/messages`, { text: `Round ${round} of many` }, undefined, { cookie: owner.cookie })
    const rounds = Math.max(20, context.seconds * 50)
    const heard = await hearRounds(crowd, 'everyone', rounds, send(channel.id))
    const notified = await hearRounds(crowd, 'notified', rounds, send(direct.id))

    const [mine, yours] = [await open(`/rooms/${channel.id}`, owner), await open(`/rooms/${channel.id}`, someone)]
    const box = mine.getByRole('textbox', { name: /^Message / })
    for (const page of [mine, yours]) {
      await page.getByRole('textbox', { name: /^Message / }).waitFor()
      await page.getByText('Live', { exact: true }).first().waitFor()
    }
    const shown: number[] = []
    const painted: number[] = []
    for (let n = 0; n < rounds / 2; n++) {
      const text = `Said in the window, number ${n}.`
      await box.fill(text)
      const times = await pressAndWatch(mine, yours, { text, within: 'main' })
      shown.push(times.shown)
      painted.push(times.painted)
    }
    await crowd.stop()
    const figure = (name: string, values: number[], bounds: Partial<Figure>): Figure => ({ name, value: at(values, 0.99), unit: 'ms', note: `p50 ${at(values, 0.5).toFixed(1)}`, ...bounds })
    return [
      figure(`message heard by ${clients - 5} others: p99`, heard, { required: { most: 75 }, goal: { most: 25 } }),
      figure('direct message in the inbox of the other: p99', notified, { required: { most: 300 }, goal: { most: 50 } }),
      figure('message, from Enter to another window: p99', shown, { required: { most: 200 } }),
      figure('painted there: p99', painted, { required: { most: 300 } }),
    ]
  }))
}
