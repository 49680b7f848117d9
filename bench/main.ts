// `npm run bench [scenario…]`: runs the scenarios, prints each figure beside what it must and should be, and keeps them
// in results.md. `--list` names them, `--scale 0.01` tries them on a small data set and keeps nothing, `--seconds` is how long
// each load lasts, `--minutes` how long a team works in `soak`, and `--plans` shows the plans of the hot reads instead.

import { parseArgs } from 'node:util'
import { removeFolders } from './folders.ts'
import { showPlans } from './plans.ts'
import { stopAll } from './processes.ts'
import { storeResults, toTable } from './results.ts'
import { judge, type Figure, type Scenario } from './scenario.ts'
import { scenarios } from './scenarios.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean' },
    plans: { type: 'boolean' },
    scale: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '60' },
  },
})

const context = { scale: Number(values.scale), seconds: Number(values.seconds), minutes: Number(values.minutes) }

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(130))
if (values.list) {
  for (const { row, name, about } of scenarios) console.log(`${String(row).padStart(2)}  ${name.padEnd(18)} ${about}`)
} else {
  await end(await work().catch((error) => (console.error(error), 1)))
}

async function work(): Promise<number> {
  if (!values.plans) return runAll(choose(positionals))
  await showPlans(context)
  return 0
}

async function runAll(chosen: Scenario[]): Promise<number> {
  const results = new Map<Scenario, Figure[]>()
  for (const scenario of chosen) {
    console.log(`\n${scenario.row} ${scenario.name}: ${scenario.about}\n`)
    const figures = await scenario.run(context)
    console.log(toTable(figures))
    results.set(scenario, figures)
    await removeFolders()
    // After each, so that a run that is cut short keeps what it found.
    if (context.scale === 1 && context.minutes >= 60) await storeResults(results)
  }
  const missed = [...results.values()].flat().filter((figure) => judge(figure) === 'REQUIRED MISSED')
  return missed.length > 0 ? 1 : 0
}

/** By name or row. Throws when there is no such scenario. */
function choose(names: string[]): Scenario[] {
  if (names.length === 0) return scenarios.filter(({ named }) => !named)
  return names.map((wanted) => {
    const found = scenarios.find(({ row, name }) => name === wanted || String(row) === wanted)
    if (!found) throw new Error(`There is no scenario “${wanted}”: \`npm run bench -- --list\` names them.`)
    return found
  })
}

async function end(code: number) {
  await stopAll()
  await removeFolders()
  process.exit(code)
}
