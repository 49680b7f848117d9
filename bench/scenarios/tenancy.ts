import { runProgram } from '../processes.ts'
import type { TenantReadsOptions } from '../programs/tenant-reads.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'

export const tenancy: Scenario = {
  row: 33,
  name: 'tenancy',
  about:
    'A list of 20 contacts, 50 callers on 10 connections, without HTTP. Baseline: the same SQL with plain pg, prepared, as ' +
    'the role that owns the tables: no transaction, no organization, no row-level security.',
  run,
}

const rounds = 3

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large }) => {
    const ways = { tenancy: await server.connection('app'), plain: await server.connection('owner') } as const
    const found = { tenancy: [] as number[], plain: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      for (const way of ['tenancy', 'plain'] as const) {
        const options: TenantReadsOptions = { way, connection: ways[way], org_id: large.id, seconds: context.seconds }
        found[way].push((await runProgram<{ per_second: number }>('tenant-reads', options)).per_second)
      }
    }
    return [{ name: 'tenant reads', value: median(found.tenancy), unit: 'reads/s', baseline: { value: median(found.plain), ratio: 0.75 } }]
  }, { RAPPORT_ROLES: 'web' })
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
