// The composed program on a database of its own, called without a socket. Every answer is checked against the OpenAPI
// document: what it does not describe fails the test.

import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pino } from 'pino'
import { createApp, type Ports, type Rapport } from '../server/app.ts'
import { readConfig } from '#platform/config'
import { testDatabase, type TestDatabase } from './database.ts'
import { createDocumentCheck, type DocumentCheck } from './openapi.ts'
import { onClose, type Scope } from './scope.ts'
import { temporaryFolder } from './server.ts'

export interface TestApp extends Rapport {
  database: TestDatabase
  data_folder: string
  document: DocumentCheck
  /** What was logged at level error or above. */
  logged: object[]
  /** Calls a route of the program, whatever comes back. */
  call(request: Call): Promise<Answer>
}

export interface Call {
  method?: 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** With `/api/v1` where it belongs. */
  url: string
  key?: string
  headers?: Record<string, string>
  /** An object is sent as JSON. */
  body?: object | string | Buffer | Readable
}

export interface Answer {
  status: number
  headers: Record<string, string | undefined>
  /** Those that it sets, with their attributes. */
  cookies: { name: string; value: string; [attribute: string]: unknown }[]
  text: string
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into what came, and fail where it is otherwise
  json: any
}

interface Options {
  /** Runs jobs. */
  worker?: boolean
  /** Settings, as environment variables. */
  env?: Record<string, string>
  database?: TestDatabase
  /** What stands for the outside world. */
  ports?: Ports
}

/** Opens the program; it is stopped when the scope ends. */
export async function testApp(scope: Scope, { worker = false, env = {}, database, ports }: Options = {}): Promise<TestApp> {
  const folder = await temporaryFolder('data')
  onClose(scope, () => rm(folder, { recursive: true, force: true }))
  const opened = database ?? (await testDatabase(scope))
  const config = readConfig({ RAPPORT_DATA: folder, RAPPORT_ROLES: worker ? 'web,worker' : 'web', ...env })
  const logged: object[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => logged.push(JSON.parse(line)) })
  const rapport = createApp(config, opened, log, { overload_guard: false, ...ports })
  onClose(scope, () => rapport.stop())
  await rapport.start()
  await rapport.http.ready()
  const document = createDocumentCheck(rapport.http)
  return {
    ...rapport,
    database: opened,
    data_folder: folder,
    document,
    logged,
    async call(request) {
      const answer = await call(rapport, document, request)
      // Why, which callers are not told.
      if (answer.status === 500) console.error(request.method, request.url, logged.slice(-5))
      return answer
    },
  }
}

async function call(
  { http }: Rapport,
  document: DocumentCheck,
  { method, url, key, headers, body }: Call,
): Promise<Answer> {
  const verb = method ?? (body === undefined ? 'GET' : 'POST')
  const authorization: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }
  const response = await http.inject({
    method: verb,
    url,
    headers: { ...authorization, ...headers },
    payload: body as never,
  })
  const text = response.body
  const isJson = /json(;|$)/.test(String(response.headers['content-type']))
  const answer = {
    status: response.statusCode,
    headers: response.headers as Record<string, string>,
    cookies: response.cookies,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  }
  document.check(verb, url, answer)
  return answer
}
