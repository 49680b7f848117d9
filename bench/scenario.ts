// What a scenario is, and what it finds.

import { copyDataset, type Dataset } from './dataset/dataset.ts'
import { startServer, type Server } from './server.ts'

export interface Scenario {
  /** The row of the table in README.md. */
  row: number
  /** A plain noun. */
  name: string
  about: string
  /** It takes so long that it runs only when it is asked for by name. */
  named?: boolean
  run(context: Context): Promise<Figure[]>
}

export interface Context {
  /** 1 is the standard data set; less is for trying, and is not kept. */
  scale: number
  /** How long each load lasts. */
  seconds: number
  /** How long a team works in `soak`; less than 60 is for trying, and is not kept. */
  minutes: number
}

export interface Figure {
  name: string
  value: number
  unit: string
  /** What it must hold. */
  required?: Bound
  /** What we want. */
  goal?: Bound
  /** The same without what Rapport adds, measured in the same run. */
  baseline?: Baseline
  /** What stands behind the value, in a few words. */
  note?: string
}

export type Bound = { most: number } | { least: number }

export interface Baseline {
  value: number
  /** What the figure is to be of it; undefined where only the comparison is of interest. */
  ratio?: Bound
}

export type Verdict = 'pass' | 'goal missed' | 'REQUIRED MISSED' | '–'

/** How many times the baseline a figure is. */
export function ratioOf({ value, baseline }: Figure): number | undefined {
  return baseline && value / baseline.value
}

export function judge(figure: Figure): Verdict {
  const { value, required, goal, baseline } = figure
  if (required && !holds(required, value)) return 'REQUIRED MISSED'
  const ratio = baseline?.ratio
  if ((goal && !holds(goal, value)) || (ratio && !holds(ratio, ratioOf(figure)!))) return 'goal missed'
  return required || goal || ratio ? 'pass' : '–'
}

/** The server on a copy of the standard data set, for as long as `work` takes. */
export async function withStandardServer<T>(
  { scale }: Context,
  work: (server: Server, dataset: Dataset) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const dataset = await copyDataset(scale)
  const server = await startServer(dataset.folder, env)
  try {
    return await work(server, dataset)
  } finally {
    await server.stop()
  }
}

function holds(bound: Bound, value: number): boolean {
  return 'most' in bound ? value <= bound.most : value >= bound.least
}
