import type { Page } from 'playwright-core'
import { tasksOf } from '../page-tasks.ts'
import { at, median } from '../samples.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withWindows } from '../windows.ts'

export const scrolling: Scenario = {
  row: 27,
  name: 'scrolling',
  about:
    'Through a list of 200,000 people in a real Chromium of 1,440 × 900 pixels, 75 rows a second, a new page of 100 fetched on the way each 1.3 s; without a graphics card, ' +
    'so the processor paints as well. Baseline: the same way through a page of plain lines, without a script, which is what this machine can do; by turns, medians of 3. Tasks by the time of the processor, which others on the machine do not lengthen.',
  run,
}

const pixelsPerSecond = 3_000
const frameMs = 16

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, (server, { large }) => withWindows(server, large, async ({ open, browser }) => {
    const page = await open('/people')
    await page.locator('[role=row] a').first().waitFor()
    const plain = await browser.newPage({ viewport: { width: 1_440, height: 900 } })
    await plain.setContent(plainPage)
    const ours: Frames[] = []
    const baseline: Frames[] = []
    for (let turn = 0; turn < 3; turn++) {
      ours.push(await scroll(page, context.seconds * 2))
      baseline.push(await scroll(plain, context.seconds * 2))
    }
    const steady = await tasksOf(page, () => scroll(page, context.seconds))
    const dragged = await tasksOf(page, () => page.evaluate<void>(`(${dragging})(${context.seconds})`))
    const wheeled = await tasksOf(page, () => wheel(page, context.seconds))
    const of = (all: Frames[], what: keyof Frames) => median(all.map((frames) => frames[what]))
    return [
      { name: 'frames', value: of(ours, 'per_second'), unit: 'a second', goal: { least: 55 }, baseline: { value: of(baseline, 'per_second'), ratio: { least: 0.9 } }, note: `p95 ${of(ours, 'p95').toFixed(0)} ms` },
      { name: 'frames dropped', value: of(ours, 'dropped'), unit: '%', goal: { most: 5 }, baseline: { value: Math.max(of(baseline, 'dropped'), 0.1) } },
      { name: 'longest task of the page', value: at(steady, 1), unit: 'ms of the processor', goal: { most: frameMs }, note: `p99 ${at(steady, 0.99).toFixed(1)} ms` },
      { name: 'longest task, by the wheel', value: at(wheeled, 1), unit: 'ms of the processor', goal: { most: frameMs }, note: `p99 ${at(wheeled, 0.99).toFixed(1)} ms` },
      { name: 'longest task, by the scroll bar', value: at(dragged, 1), unit: 'ms of the processor', goal: { most: frameMs }, note: `p99 ${at(dragged, 0.99).toFixed(1)} ms` },
      { name: 'frames with rows that were on their way', value: of(ours, 'waiting'), unit: '%' },
    ]
  }), { RAPPORT_ROLES: 'web' })
}

interface Frames {
  per_second: number
  p95: number
  /** Percent of those that a screen of 60 a second would have shown. */
  dropped: number
  /** Percent. */
  waiting: number
}

async function scroll(page: Page, seconds: number): Promise<Frames> {
  await page.bringToFront()
  const { times, waiting } = await page.evaluate<{ times: number[]; waiting: number }>(`(${moving})(${pixelsPerSecond}, ${seconds})`)
  const frames = times.slice(1).map((time, place) => time - times[place]!)
  const whole = times.at(-1)! - times[0]!
  return {
    per_second: (frames.length / whole) * 1_000,
    p95: at(frames, 0.95),
    dropped: Math.max(0, 100 * (1 - frames.length / Math.round(whole / (1_000 / 60)))),
    waiting: (100 * waiting) / times.length,
  }
}

/** As a hand does it: a notch with each frame. */
async function wheel(page: Page, seconds: number) {
  await page.mouse.move(720, 450)
  const end = Date.now() + seconds * 1_000
  while (Date.now() < end) {
    await page.mouse.wheel(0, 60)
    await page.evaluate('new Promise(requestAnimationFrame)')
  }
}

/** In the page: moves on with the time, whatever the frames do, and goes on where it was the time before. */
const moving = `(pixelsPerSecond, seconds) => new Promise((resolve) => {
  const scroller = document.querySelector('[role=grid]') ?? document.scrollingElement
  const times = []
  let waiting = 0
  const from = scroller.scrollTop
  const step = (now) => {
    times.push(now)
    if (document.querySelector('[data-waiting]')) waiting++
    scroller.scrollTop = from + ((now - times[0]) / 1000) * pixelsPerSecond
    if (now - times[0] < seconds * 1000) requestAnimationFrame(step)
    else resolve({ times, waiting })
  }
  requestAnimationFrame(step)
})`

/** In the page: as a hand that holds the scroll bar goes through all of it and back, and rests for a third of a second after each second, when what is there comes. */
const dragging = `(seconds) => new Promise((resolve) => {
  const scroller = document.querySelector('[role=grid]')
  const began = performance.now()
  let before = began
  let moved = 0
  const step = (now) => {
    if ((now - began) % 1333 < 1000) moved += now - before
    before = now
    scroller.scrollTop = Math.abs(((moved / 3000) % 2) - 1) * scroller.scrollHeight
    if (now - began < seconds * 1000) requestAnimationFrame(step)
    else resolve()
  }
  requestAnimationFrame(step)
})`

const plainPage = `<!doctype html><title>Plain</title><style>div { height: 40px; border-bottom: 1px solid #ddd; font: 13px sans-serif; contain: strict }</style>
${Array.from({ length: 5_000 }, (_, n) => `<div>Person ${n} · Company ${n % 97} · person${n}@example.org</div>`).join('\n')}`
