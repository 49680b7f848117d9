// Exports: what is here as files of other programs, as long as it takes and never in memory as a whole. Imported again, they
// are what they were.

export { zipFiles } from './person-archive.ts'
export { exportRoutes } from './routes.ts'
export { beginExport, fileAnswer, sendsExports } from './sending.ts'
