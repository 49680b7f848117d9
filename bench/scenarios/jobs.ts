import { runProgram } from '../processes.ts'
import type { JobQueueFound, JobQueueOptions } from '../programs/job-queue.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'

export const jobs: Scenario = {
  row: 16,
  name: 'jobs',
  about:
    'Jobs that do nothing: from enqueue() to the start of the handler, one at a time; then many added, in transactions of ' +
    '500, and run by one worker. Baseline: Graphile Worker alone, its own addJob and run, as many jobs at once.',
  run,
}

/** The default of WORKER_CONCURRENCY. */
const concurrency = 4

async function run(context: Context): Promise<Figure[]> {
  // The server has no worker here: it would take the jobs, and know none of them.
  return withStandardServer(context, async (_server, { folder, large }) => {
    const options = { folder, org_id: large.id, concurrency, jobs: Math.ceil(20 * context.scale) * 1_000 }
    const find = (way: JobQueueOptions['way']) => runProgram<JobQueueFound>('job-queue', { ...options, way })
    const ours = await find('rapport')
    const theirs = await find('graphile')
    return [
      { name: 'from enqueue to start: p50', value: ours.p50, unit: 'ms', goal: { most: 5 }, baseline: { value: theirs.p50 }, note: `p99 ${ours.p99.toFixed(1)}` },
      { name: 'jobs added', value: ours.added, unit: 'jobs/s', baseline: { value: theirs.added } },
      { name: 'jobs run', value: ours.run, unit: 'jobs/s', goal: { least: 10_000 }, baseline: { value: theirs.run } },
    ]
  }, { RAPPORT_ROLES: 'web' })
}
