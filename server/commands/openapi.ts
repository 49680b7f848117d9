import type { Config } from '#platform/config'
import { openDatabase } from '#platform/db/database'
import { defaultPoolSettings } from '#platform/db/pool-settings'
import { createLog } from '#platform/log'
import { createApp } from '../app.ts'

/** `rapport openapi`: the document of the API. */
export default async function openapi(_args: string[], config: Config) {
  const { http, close } = await describedApp(config)
  console.log(JSON.stringify(http.swagger(), null, 2))
  await close()
}

/** The program without a database: its routes need none to be described, since pools connect when used. */
export async function describedApp(config: Config) {
  const url = 'postgres://nowhere/none'
  const address = { url, direct_url: url, replica_url: undefined, secret: '', prepared: false, pooling: defaultPoolSettings }
  const database = openDatabase(address)
  const { http, stop } = createApp(config, database, createLog('silent'))
  await http.ready()
  const close = async () => {
    await stop()
    await database.close()
  }
  return { http, close }
}
