// Who may import whom. test/import-rules.test.ts plants violations to see that this finds them.

const { modules } = require('./server/modules.ts')

const folderOf = (name) => `^server/modules/${name}/`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/(?!platform/)' },
    },
    ...modules.map((name, index) => ({
      name: `${name}-imports-lower-modules-only`,
      severity: 'error',
      from: { path: folderOf(name) },
      to: { path: modules.slice(index + 1).map(folderOf).join('|') || '^$' },
    })),
    {
      name: 'modules-by-their-front-door',
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/' },
      to: { path: '^server/modules/([^/]+)/(?!index\\.ts$)', pathNot: '^server/modules/$1/' },
    },
    {
      name: 'front-door-from-outside',
      severity: 'error',
      from: { path: '^(server/(app|main|usage)\\.ts$|server/commands/|bench/)' },
      to: { path: '^server/modules/[^/]+/(?!index\\.ts$)' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: { path: '^(server|bin)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    moduleSystems: ['es6'],
  },
}
