import type { App } from '#platform/http'
import type { SearchSource } from '#platform/search-sources'
import type { Tenancy } from '#platform/tenancy'
import { SearchQuery, SearchResult } from './contract.ts'
import { search } from './queries.ts'

export function searchRoutes(app: App, { tenant }: Tenancy, sources: readonly SearchSource[]) {
  app.get('/search', {
    config: { access: 'guest' },
    schema: {
      operationId: 'getSearchResult',
      description: 'Everything that has these words, the best or newest of each kind. Guests find messages of their rooms.',
      querystring: SearchQuery,
      response: { 200: SearchResult },
    },
  }, ({ actor, query }) => search(tenant(actor.org_id), actor, sources, query))
}
