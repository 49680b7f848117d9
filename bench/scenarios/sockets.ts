import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '#test/ports'
import { frameOf, startCrowd } from '../crowd.ts'
import { copyDataset } from '../dataset/dataset.ts'
import { startProgram } from '../processes.ts'
import { post } from '../asking.ts'
import { at, median } from '../samples.ts'
import type { Context, Figure, Scenario } from '../scenario.ts'
import { loopTime, residentMemory, settledMemory, startServer, withProbe } from '../server.ts'

export const sockets: Scenario = {
  row: 18,
  name: 'sockets',
  about:
    '10,000 live clients of one organization and 100 of another, on one server; the clients in two processes of their own. ' +
    'Memory after a garbage collection. News: from the request that changes something until a client has heard of it. ' +
    'Baseline: ws alone, a loop that sends the same text to as many, by turns. Heartbeat: processor time of the server for ' +
    'pings, cursors and admissions of one beat; the clients are held still meanwhile.',
  run,
}

const beatMs = 30_000

async function run(context: Context): Promise<Figure[]> {
  const count = Math.max(200, Math.round(10_000 * context.scale))
  const { folder, large, small } = await copyDataset(context.scale)
  const server = await startServer(folder, { RAPPORT_ROLES: 'web', ...withProbe(folder) })
  const port = await freePort()
  const bare = await startProgram('bare-sockets', { port })
  const url = `${server.url.replace('http', 'ws')}/api/v1/live`
  const few = small[0]!

  const change = (key: string) => (round: number) => post(`${server.url}/api/v1/contacts`, { name: `Round ${round} of many` }, key)
  await change(large.key)(0)
  const before = await settledMemory(server.pid, folder)
  const crowd = await startCrowd([
    { name: 'many', url, key: large.key, count },
    { name: 'few', url, key: few.key, count: 100 },
  ], 2)
  const held = await settledMemory(server.pid, folder)
  const each = (what: 'heapUsed' | 'rss') => (held[what] - before[what]) / (count + 100) / 1024
  const hundreds = (count + 100) / 100
  crowd.freeze()
  const beat = (await beatTime(server.pid)) / hundreds
  crowd.thaw()
  const answered = (await beatTime(server.pid)) / hundreds

  const hundred: number[] = []
  for (let n = 0; n < 50; n++) hundred.push(...(await crowd.hear('few', change(few.key))))
  const bareCrowd = await startCrowd([{ name: 'bare', url: `ws://127.0.0.1:${port}`, key: '', count }], 2)
  const text = await frameOf(url, { authorization: `Bearer ${large.key}` }, () => change(large.key)(0))
  const ours: number[] = []
  const theirs: number[] = []
  for (let turn = 0; turn < 15; turn++) {
    ours.push(at(await crowd.hear('many', change(large.key)), 0.99))
    theirs.push(at(await bareCrowd.hear('bare', (round) => post(`http://127.0.0.1:${port}`, text.replaceAll('Round 0 ', `Round ${round} `))), 0.99))
  }
  const highest = await residentMemory(server.pid)
  for (const process of [crowd, bareCrowd, bare, server]) await process.stop()
  return [
    { name: `heap each of ${count + 100}`, value: each('heapUsed'), unit: 'KB', goal: { most: 4 } },
    { name: 'resident memory each', value: each('rss'), unit: 'KB', goal: { most: 10 }, note: `server ${highest.toFixed(0)} MB` },
    { name: 'heartbeat of 100', value: beat, unit: 'ms', required: { most: 1 }, note: `${answered.toFixed(2)} with the answers` },
    { name: 'news to 100: p99', value: at(hundred, 0.99), unit: 'ms', required: { most: 100 }, goal: { most: 10 }, note: `p50 ${at(hundred, 0.5).toFixed(1)}` },
    { name: `news to ${count}: p99`, value: median(ours), unit: 'ms', baseline: { value: median(theirs), ratio: { most: 1.3 } } },
  ]
}

/** Processor time of the event loop for a beat: of the second in which there is one, beyond an ordinary second. */
async function beatTime(pid: number): Promise<number> {
  const halves: number[] = []
  for (let before = await loopTime(pid), n = 0; n < beatMs / 500 + 1; n++) {
    await wait(500)
    const now = await loopTime(pid)
    halves.push(now - before)
    before = now
  }
  const seconds = halves.slice(1).map((half, n) => half + halves[n]!)
  return Math.max(...seconds) - median(seconds)
}
