import { load } from '../load.ts'
import { takeSample, type Sample } from '../sample.ts'
import { withStandardServer, type Context, type Figure, type Scenario } from '../scenario.ts'
import { withRole } from '../server.ts'

export const search: Scenario = {
  row: 7,
  name: 'search',
  about:
    'Search of 200,000 contacts, 20,000 companies and 1,000,000 interactions with their texts, 1 caller: of people alone; of ' +
    'everything; and with a typing mistake in each word.',
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
    return figures
  }, { RAPPORT_ROLES: 'web' })
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
