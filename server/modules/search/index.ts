// Search: one box over everything that other modules have. Words may be unfinished, or mistyped; accents and case do not
// matter. How it is found is in 0080_search_scopes.sql and 0092_search_steps.sql; how a thing is shown, its module says (platform/search-sources.ts).

export { readQuery, splitWords } from './asked.ts'
export { cutExcerpt, findMarks } from './marks.ts'
export { searchRoutes } from './routes.ts'
export { startIndexer, type Indexer } from './indexer.ts'
