import type { Page } from 'playwright-core'
import { hearRounds, startCrowd } from '../crowd.ts'
import { post } from '../asking.ts'
import { at } from '../samples.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { pressAndWatch, type Shown } from '../watching.ts'
import { withWindows } from '../windows.ts'

export const liveScreens: Scenario = {
  row: 17,
  name: 'live-screens',
  about:
    'One of 150 live users changes a person. From the request until all others have heard of it, and, in two windows of a real Chromium, ' +
    'from the key that saves a cell in the one until the other one shows it: found in its document, and painted.',
  run,
}

const users = 150

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, (server, { large }) => withWindows(server, large, async ({ open }) => {
    const crowd = await startCrowd([{ name: 'others', url: `${server.url.replace('http', 'ws')}/api/v1/live`, key: large.key, count: users - 2 }], 1)
    const rounds = Math.max(20, context.seconds * 50)
    const create = (round: number) => post(`${server.url}/api/v1/contacts`, { name: `Zz Round ${round} of many` }, large.key)
    const heard = await hearRounds(crowd, 'others', rounds, create)

    const [mine, yours] = [await open('/people'), await open('/people')]
    for (const page of [mine, yours]) await page.locator('[role=row] a').first().waitFor()
    const shown: number[] = []
    const painted: number[] = []
    for (let n = 0; n < rounds / 2; n++) {
      const times = await change(mine, yours, `Analyst of round ${n}.`)
      shown.push(times.shown)
      painted.push(times.painted)
    }
    await crowd.stop()
    const figure = (name: string, values: number[], bounds: Partial<Figure>): Figure => ({ name, value: at(values, 0.99), unit: 'ms', note: `p50 ${at(values, 0.5).toFixed(1)}`, ...bounds })
    return [
      figure(`heard by ${users - 2} others: p99`, heard, { required: { most: 75 }, goal: { most: 25 } }),
      figure('from a key to another window: p99', shown, { required: { most: 200 } }),
      figure('painted there: p99', painted, { required: { most: 300 } }),
    ]
  }), { RAPPORT_ROLES: 'web' })
}

/** Writes a title into the first row, as a hand would. */
async function change(mine: Page, yours: Page, title: string): Promise<Shown> {
  await mine.evaluate('document.querySelector("[role=grid]").focus()')
  await mine.keyboard.press('Home')
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'F2']) await mine.keyboard.press(key)
  await mine.locator('[role=grid] input:focus').fill(title)
  const times = await pressAndWatch(mine, yours, { text: title, within: '[role=grid]' })
  // The cell is left, so that the next round begins as this one.
  await mine.keyboard.press('Escape')
  return times
}
