import type { Organization } from '../dataset/generate.ts'
import { load } from '../load.ts'
import { takeRoomSample } from '../room-sample.ts'
import { takeSample, type Sample } from '../sample.ts'
import { at } from '../samples.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole, type Server } from '../server.ts'
import { signIn } from '../sessions.ts'

export const search: Scenario = {
  row: 7,
  name: 'search',
  about:
    'Search of 200,000 contacts, 20,000 companies, 1,000,000 interactions with their texts, 1,000,000 messages and 20,000 tasks, 1 caller: in one ' +
    'kind; in everything; and with a typing mistake in each word. Messages and tasks are searched by requests of their own, for somebody in 200 channels.',
  run,
}

async function run(context: Context): Promise<Figure[]> {
  return withStandardServer(context, async (server, { large }) => {
    const { names, rare_words, frequent_words } = await withRole(server, 'superuser', (db) => takeSample(db, large.id))
    const asked = (texts: string[], more = '') => load({
      url: server.url, key: large.key, callers: 1, seconds: context.seconds,
      requests: texts.map((text) => ({ path: `/api/v1/search?q=${encodeURIComponent(text)}${more}` })),
    })
    const figures: Figure[] = []
    for (const [name, texts] of inOneKind({ names })) {
      const { p50, p95, per_second } = await asked(texts, '&kind=contact')
      figures.push({ name: `people, ${name}: p95`, value: p95, unit: 'ms', goal: { most: 8 }, note: `p50 ${p50.toFixed(1)}, ${per_second.toFixed(0)} req/s` })
    }
    for (const [name, texts] of inEverything({ names, rare_words, frequent_words })) {
      const { p50, p99, per_second } = await asked(texts)
      figures.push({ name: `everything, ${name}: p99`, value: p99, unit: 'ms', goal: { most: 30 }, note: `p50 ${p50.toFixed(1)}, ${per_second.toFixed(0)} req/s` })
    }
    return [...figures, ...(await searchRooms(server, large, context)), ...(await searchAll(server, large, { names, rare_words, frequent_words }, context))]
  }, { RAPPORT_ROLES: 'web' })
}

async function searchRooms(server: Server, { id }: Organization, { seconds }: Context): Promise<Figure[]> {
  const { rare_words, frequent_words, names, label } = await withRole(server, 'superuser', (db) => takeRoomSample(db, id))
  const [owner] = await signIn(server, id, 1)
  const figures: Figure[] = []
  const measure = async (name: string, path: string, texts: string[]) => {
    const requests = texts.map((text) => ({ path: `/api/v1${path}${encodeURIComponent(text)}`, cookie: owner!.cookie }))
    const { p50, p95, per_second } = await load({ url: server.url, callers: 1, seconds, requests })
    figures.push({ name: `${name}: p95`, value: p95, unit: 'ms', goal: { most: 8 }, note: `p50 ${p50.toFixed(1)}, ${per_second.toFixed(0)} req/s` })
  }
  const pairs = frequent_words.map((word, n) => `${word} ${frequent_words[(n + 1) % frequent_words.length]}`)
  const messages = '/rooms/search?q='
  await measure('messages, rare words', messages, rare_words)
  await measure('messages, frequent words', messages, frequent_words)
  await measure('messages, two frequent words', messages, pairs)
  await measure('messages, as they are typed', messages, frequent_words.map((word) => word.slice(0, 3)))
  await measure('messages, of somebody in one channel', messages, names.map((name, n) => `${frequent_words[n % frequent_words.length]} in:${name} from:me`))
  await measure('messages, rare words with filters', messages, rare_words.map((word) => `${word} has:link after:2024-01-01`))
  await measure('messages, nothing has it', messages, ['xqzzyw', 'wvvqkx fjjqz'])
  const tasks = '/tasks?q='
  await measure('tasks, rare words', tasks, rare_words)
  await measure('tasks, frequent words', tasks, frequent_words)
  await measure('tasks, two frequent words', tasks, pairs)
  await measure('tasks, open ones of a label', `/tasks?open=true&label=${label}&q=`, frequent_words)
  await measure('tasks, nothing has it', tasks, ['xqzzyw', 'wvvqkx fjjqz'])
  return figures
}

/** All three at once; the last answer counts. */
async function searchAll(server: Server, { id }: Organization, sample: Pick<Sample, 'names' | 'rare_words' | 'frequent_words'>, { seconds }: Context): Promise<Figure[]> {
  const [owner] = await signIn(server, id, 1)
  const search = async (text: string) => {
    const begun = performance.now()
    await Promise.all(['/search?q=', '/rooms/search?q=', '/tasks?q='].map(async (path) => {
      const answer = await fetch(`${server.url}/api/v1${path}${encodeURIComponent(text)}`, { headers: { cookie: owner!.cookie } })
      if (!answer.ok) throw new Error(`${path}${text} answered ${answer.status}: ${await answer.text()}`)
      await answer.arrayBuffer()
    }))
    return performance.now() - begun
  }
  const figures: Figure[] = []
  for (const [name, texts] of inEverything(sample)) {
    const times: number[] = []
    for (const text of texts) await search(text)
    const begun = performance.now()
    for (let n = 0; performance.now() - begun < seconds * 1_000; n++) times.push(await search(texts[n % texts.length]!))
    figures.push({ name: `everything with messages and tasks, ${name}: p99`, value: at(times, 0.99), unit: 'ms', goal: { most: 30 }, note: `p50 ${at(times, 0.5).toFixed(1)}` })
  }
  return figures
}

function inOneKind({ names }: Pick<Sample, 'names'>): [string, string[]][] {
  return [
    ['whole names', names],
    ['given names', names.map((name) => name.split(' ')[0]!)],
    ['as they are typed', names.map((name) => name.slice(0, 4))],
    ['mistyped', names.map(mistyped)],
  ]
}

function inEverything({ names, rare_words, frequent_words }: Pick<Sample, 'names' | 'rare_words' | 'frequent_words'>): [string, string[]][] {
  return [
    ['whole names', names],
    ['rare words', rare_words],
    ['frequent words', frequent_words],
    ['two frequent words', frequent_words.map((word, n) => `${word} ${frequent_words[(n + 1) % frequent_words.length]}`)],
    ['mistyped', names.map(mistyped)],
    ['nothing has it', ['xqzzyw', 'wvvqkx fjjqz']],
  ]
}

/** Two letters swapped in each word that has enough of them. */
function mistyped(text: string): string {
  return text.replace(/(\p{L}\p{L})(\p{L})(\p{L})/gu, '$1$3$2')
}
