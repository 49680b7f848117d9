// All that an organization has, table by table, to compare one with another: without what is different each time, which
// are ids and when something was stored.

type Query = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>

/** What an organization is made with, how its things came in, and what follows from them by itself. */
const leftOut = /^(?:api_key|audit_entry|event\w*|idempotency_key|import\w*|invitation|member|notification_cursor|operation|webhook\w*|search_\w+|contact_search|duplicate\w*)$/
const times = ['created_at', 'updated_at', 'wanted_at', 'used_at']

/** The rows of each table as text, sorted; what they refer to is called by its name. `query` sees every organization. */
export async function contents(query: Query, orgId: string): Promise<Record<string, string[]>> {
  const tables = await query<{ name: string }>(`
    select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'org_id' and table_type = 'BASE TABLE' order by 1`)
  const found: Record<string, Record<string, unknown>[]> = {}
  for (const { name } of tables.filter((table) => !leftOut.test(table.name))) {
    const rows = await query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t where org_id = $1`, [orgId])
    found[name] = rows.map(({ row }) => row)
  }
  const names = nameThem(found)
  const written = Object.entries(found).map(([table, rows]) => [table, rows.map((row) => write(row, names)).toSorted()] as const)
  return Object.fromEntries(written.filter(([, rows]) => rows.length > 0))
}

type Names = Map<string, string>

const namingColumns: Record<string, string> = { contact: 'name', company: 'name', tag: 'name', field: 'key', interaction: 'source_id', file: 'sha256' }

function nameThem(found: Record<string, Record<string, unknown>[]>): Names {
  const names: Names = new Map()
  for (const [table, column] of Object.entries(namingColumns)) {
    for (const row of found[table] ?? []) names.set(String(row.id), `${table} ${String(row[column])}`)
  }
  // A thread or a group is called by the first of what is in it.
  for (const column of ['thread_id', 'group_id']) {
    const references = (found.thread_reference ?? []).toSorted((a, b) => (String(a.message_id) < String(b.message_id) ? -1 : 1))
    for (const row of references) if (!names.has(`${column} ${String(row[column])}`)) names.set(`${column} ${String(row[column])}`, String(row.message_id))
  }
  return names
}

function write(row: Record<string, unknown>, names: Names): string {
  const columns = Object.entries(row).filter(([column]) => column !== 'org_id' && !times.includes(column))
  const named = columns.map(([column, value]) => [column, names.get(`${column} ${String(value)}`) ?? value])
  return JSON.stringify(Object.fromEntries(named)).replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => names.get(id) ?? 'id')
}
