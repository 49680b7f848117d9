import type { Config } from '#platform/config'
import { openDatabase } from '#platform/db/database'
import { createLog } from '#platform/log'
import { createApp } from '../app.ts'

/** `rapport openapi`: the document of the API. The routes need no database to be described: pools connect when used. */
export default async function openapi(_args: string[], config: Config) {
  const url = 'postgres://nowhere/none'
  const address = { url, direct_url: url, replica_url: undefined, secret: '', prepared: false, pool_size: 1 }
  const database = openDatabase(address)
  const { http, stop } = createApp(config, database, createLog('silent'))
  await http.ready()
  console.log(JSON.stringify(http.swagger(), null, 2))
  await stop()
  await database.close()
}
