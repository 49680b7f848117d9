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
      spec: { ...spec, servers: [{ url: location.origin }] },
      deepLinking: true,
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      validatorUrl: null,
    }),
  )
