import { gzipSync } from 'node:zlib'
import { median } from '../samples.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withWindows, type Windows } from '../windows.ts'

export const firstLoad: Scenario = {
  row: 27,
  name: 'first-load',
  about:
    'The list of 200,000 people in a real Chromium that has never been here: what is fetched until it is shown, and when. And once more, ' +
    'with what it has kept. Medians of 5 windows.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, (server, { large }) => withWindows(server, large, async (windows) => {
    const first: Load[] = []
    const again: Load[] = []
    // The first one warms the server up, not the browser.
    for (let n = 0; n < 6; n++) {
      const [cold, kept] = await loadTwice(windows)
      if (n > 0) {
        first.push(cold)
        again.push(kept)
      }
    }
    const of = (loads: Load[], what: keyof Load) => median(loads.map((load) => load[what]))
    return [
      { name: 'JavaScript until people are shown', value: of(first, 'code') / 1_024, unit: 'KB gzipped', required: { most: 180 } },
      { name: 'first contentful paint', value: of(first, 'painted'), unit: 'ms', required: { most: 1_000 } },
      { name: 'people are shown', value: of(first, 'shown'), unit: 'ms', required: { most: 1_000 } },
      { name: 'people are shown again', value: of(again, 'shown'), unit: 'ms', note: `painted ${of(again, 'painted').toFixed(0)}` },
    ]
  }), { RAPPORT_ROLES: 'web' })
}

interface Load {
  /** Bytes of scripts. */
  code: number
  /** Milliseconds from the address to it. */
  painted: number
  shown: number
}

async function loadTwice({ open }: Windows): Promise<[Load, Load]> {
  const page = await open()
  const scripts = new Set<string>()
  page.on('request', (request) => request.resourceType() === 'script' && scripts.add(request.url()))
  const load = async (): Promise<Load> => {
    scripts.clear()
    await page.goto('/people', { waitUntil: 'commit' })
    const times = await page.evaluate<Omit<Load, 'code'>>(watching)
    const needed = [...scripts]
    await page.waitForLoadState('networkidle')
    const sizes = await Promise.all(needed.map(async (url) => gzipSync(await (await fetch(url)).text()).length))
    return { ...times, code: sizes.reduce((sum, size) => sum + size, 0) }
  }
  const both: [Load, Load] = [await load(), await load()]
  await page.context().close()
  return both
}

const watching = `new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector('[role=row] a')) return
    observer.disconnect()
    const shown = performance.now()
    const tell = () => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]
      if (paint) resolve({ shown, painted: paint.startTime })
      else setTimeout(tell, 20)
    }
    tell()
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { subtree: true, childList: true })
  look()
})`
