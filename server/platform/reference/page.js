// Dark where the system is, also when it changes while the page is open.
const dark = matchMedia('(prefers-color-scheme: dark)')
const paint = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', paint)
paint()

fetch('/api/v1/openapi.json')
  .then((answer) => answer.json())
  .then((spec) =>
    window.SwaggerUIBundle({
      dom_id: '#reference',
      // Where this page came from: its policy allows calls to no other server.
      spec: { ...withoutFiles(spec), servers: [{ url: location.origin }] },
      deepLinking: true,
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      validatorUrl: null,
    }),
  )

/** Swagger UI takes a parameter that is JSON for a file to choose. */
function withoutFiles(spec) {
  const operations = Object.values(spec.paths).flatMap((path) => Object.values(path))
  for (const { schema } of operations.flatMap(({ parameters = [] }) => parameters)) delete schema.contentMediaType
  return spec
}
