// `rapport import`: files go to the running server one after the other, and each is watched to its end.

import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ImportOptions } from '#modules/imports'
import type { Config } from '#platform/config'
import { invalid } from '#platform/errors'
import { ApiError, checkServer, getResource, locateServer, removeResource, type Api } from './import/api.ts'
import { findKey } from './import/key.ts'
import { followOperation, listRejections } from './import/operation.ts'
import { createProgressLine, type ProgressLine } from './import/progress-line.ts'
import { explain, listSources, nameOf, type Failure, type Source } from './import/sources.ts'
import { canUndo, describeDamage, describeOutcome, describeRejections, describeTotal, describeUndo, type Outcome } from './import/summary.ts'
import { sendUpload } from './import/upload.ts'
import { Interrupted, listenForInterruption } from './interruption.ts'

/** Resolves to 0 when every file was imported, rejected rows or not; to 1 when one was not; to 130 after Ctrl+C. */
export default async function importFiles(args: string[], config: Config): Promise<number> {
  const { paths, options } = readArguments(args)
  if (paths[0] === 'undo' && paths.length === 2 && isId(paths[1]!)) return undoImport(paths[1]!, config)
  const signal = listenForInterruption()
  const { sources, failures } = await listSources(paths)
  for (const { message } of failures) console.error(message)
  if (sources.length === 0) return 1

  return withApi(config, signal, async (api) => {
    await greet(api, config)
    const ended = await importSources(api, sources, options)
    const total = ended.outcomes.length > 1 ? describeTotal(ended.outcomes) : []
    if (total.length > 0) console.log(`\n  ${total.join('\n  ')}`)
    return failures.length + ended.failed > 0 ? 1 : 0
  })
}

/** Takes back what an import has done. */
async function undoImport(id: string, config: Config): Promise<number> {
  return withApi(config, listenForInterruption(), async (api) => {
    const progress = createProgressLine(process.stderr)
    const format = (count: number) => Math.round(count).toLocaleString('en')
    const { id: undoId } = await removeResource<{ id: string }>(api, `/imports/${id}`)
    const operation = await followOperation(api, undoId, ({ done, total, rate }) => progress.show({ label: 'undoing', done, total, rate, format }))
    progress.clear()
    if (operation.status !== 'succeeded') throw new ApiError(operation.error?.message ?? `The undo was ${operation.status}.`)
    for (const line of describeUndo(operation, api.url)) console.log(line)
    return 0
  })
}

async function withApi(config: Config, signal: AbortSignal, work: (api: Api) => Promise<number>): Promise<number> {
  const url = await locateServer(config)
  await checkServer(url, signal)
  const key = await findKey(config)
  try {
    return await work({ url, signal, key: () => key.get() })
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    console.error(error.message)
    return 130
  } finally {
    await key.release()
  }
}

function readArguments(args: string[]): { paths: string[]; options: ImportOptions } {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      map: { ...text, multiple: true },
      mode: text,
      key: text,
      'dry-run': { type: 'boolean' },
      encoding: text,
      delimiter: text,
      'no-header': { type: 'boolean' },
      sheet: text,
      tag: { ...text, multiple: true },
      'create-contacts': text,
      'own-address': { ...text, multiple: true },
    },
  })
  if (positionals.length === 0) {
    throw invalid('Name the files to import: `rapport import people.csv inbox.mbox mail/*.eml calendar.ics`.')
  }
  const options: ImportOptions = {
    mapping: values.map && readMapping(values.map),
    mode: oneOf('--mode', values.mode, ['upsert', 'create', 'update', 'skip']),
    key: values.key,
    dry_run: values['dry-run'],
    encoding: values.encoding,
    // What a shell does not let through easily.
    delimiter: values.delimiter === '\\t' || values.delimiter === 'tab' ? '\t' : values.delimiter,
    header: values['no-header'] ? false : undefined,
    sheet: values.sheet,
    tags: values.tag,
    create_contacts: oneOf('--create-contacts', values['create-contacts'], ['off', 'written_to', 'everyone']),
    own_addresses: values['own-address'],
  }
  return { paths: positionals, options }
}

function oneOf<Word extends string>(name: string, given: string | undefined, words: readonly Word[]): Word | undefined {
  if (given === undefined || words.includes(given as Word)) return given as Word | undefined
  throw invalid(`${name} must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}, not “${given}”.`)
}

/** `E-Mail=email`; a column's name may hold an equals sign, what it means may not. */
function readMapping(given: string[]): Record<string, string> {
  return Object.fromEntries(given.map((pair) => {
    const at = pair.lastIndexOf('=')
    if (at < 1 || at === pair.length - 1) throw invalid(`--map wants COLUMN=MEANING (“E-Mail=email”, “Nr=field:Customer number”), not “${pair}”.`)
    return [pair.slice(0, at), pair.slice(at + 1)]
  }))
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

async function greet(api: Api, config: Config) {
  try {
    const { organization } = await getResource<{ organization: { name: string } }>(api, '/me')
    console.log(`Importing into “${organization.name}” at ${api.url}\n`)
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 401)) throw error
    if (config.api_key) throw new ApiError('RAPPORT_API_KEY is unknown to this server, expired or revoked: set another.')
    throw new ApiError(`The server at ${api.url} works on another database than the one here: set RAPPORT_API_KEY.`)
  }
}

async function importSources(api: Api, sources: Source[], options: ImportOptions) {
  const outcomes: Outcome[] = []
  let failed = 0
  for (const source of sources) {
    const progress = createProgressLine(process.stderr)
    const fail = (message: string) => {
      failed++
      progress.clear()
      console.error(`  ${message}`)
    }
    try {
      outcomes.push(await importSource(api, source, { options, progress, onFailure: ({ message }) => fail(message) }))
    } catch (error) {
      if (!concernsFile(error)) throw error
      fail((error as Error).message)
    } finally {
      progress.clear()
    }
  }
  return { outcomes, failed }
}

class FileError extends Error {}

/** What concerns the server or the key instead would meet the next file too. */
function concernsFile(error: unknown): boolean {
  return error instanceof FileError || (error instanceof ApiError && [400, 413, 415].includes(error.status!))
}

interface Work {
  options: ImportOptions
  progress: ProgressLine
  onFailure(failure: Failure): void
}

async function importSource(api: Api, source: Source, { options, progress, onFailure }: Work): Promise<Outcome> {
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1_000
  const label = nameOf(source)
  const { chunks, origin } = await openSource(source, onFailure)
  const onProgress = (done: number) => {
    const sending = { label: `${label}: sending`, done, total: source.bytes, rate: done / seconds() }
    progress.show({ ...sending, format: megabytes })
  }
  const { id } = await sendUpload(api, { filename: label, options, chunks, onProgress }).catch((error) => {
    throw error instanceof Interrupted ? new Interrupted(`Stopped: nothing of ${label} was imported.`) : error
  })
  const format = (count: number) => Math.round(count).toLocaleString('en')
  const operation = await followOperation(api, id, ({ status, done, total, rate, failed }) => {
    const now = status === 'running' ? label : `${label}: ${status}`
    progress.show({ label: now, done, total, rate, rejected: failed, format })
  }).catch((error) => {
    throw error instanceof Interrupted ? new Interrupted(goesOn(label, `${api.url}/api/v1/operations/${id}`)) : error
  })
  progress.clear()
  if (operation.status !== 'succeeded') {
    throw new FileError(`${label}: ${operation.error?.message ?? `the import was ${operation.status}.`}`)
  }

  const outcome = { operation, seconds: seconds() }
  console.log(`  ${describeOutcome(label, outcome)}`)
  const rejections = operation.failed > 0 ? await listRejections(api, id, 10) : []
  for (const line of describeRejections({ operation, url: api.url }, rejections, origin)) console.log(`      ${line}`)
  for (const line of describeDamage(operation)) console.log(`      ${line}`)
  if (canUndo(operation)) console.log(`      To undo it: rapport import undo ${id}`)
  return outcome
}

async function openSource(source: Source, onFailure: Work['onFailure']) {
  if (source.kind === 'file') return { chunks: readChunks(source.path), origin: undefined }
  const { openMailbox } = await import('./import/mailbox.ts')
  return openMailbox(source.paths, onFailure)
}

async function* readChunks(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>
  } catch (error) {
    throw new FileError(`${path} ${explain(error)}`)
  }
}

function goesOn(label: string, address: string): string {
  return `The import of ${label} goes on in the server. To look at it, with an api key:
  curl -H "Authorization: Bearer $RAPPORT_API_KEY" ${address}`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`
}
