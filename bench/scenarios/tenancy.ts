import { runProgram } from '../processes.ts'
import type { TenantReadsFound, TenantReadsOptions } from '../programs/tenant-reads.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'

export const tenancy: Scenario = {
  row: 33,
  name: 'tenancy',
  about:
    'A list of 20 contacts, 50 callers on 10 connections, without HTTP. Baseline: the same SQL with plain pg, prepared, as ' +
    'the role that owns the tables: no transaction, no organization, no row-level security. By turns of a fifth of a second.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large }) => {
    const [app, owner] = await Promise.all([server.connection('app'), server.connection('owner')])
    const options: TenantReadsOptions = { app, owner, org_id: large.id, seconds: context.seconds * 10 }
    const found = await runProgram<TenantReadsFound>('tenant-reads', options)
    return [{ name: 'tenant reads', value: found.tenancy, unit: 'reads/s', baseline: { value: found.plain, ratio: { least: 0.75 } } }]
  }, { RAPPORT_ROLES: 'web' })
}
