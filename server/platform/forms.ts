// Forms with files (multipart/form-data), read as they come.

import multipart from '@fastify/multipart'
import { invalid } from '#platform/errors'
import type { App } from '#platform/http'

/** Lets the routes of `app` read forms; a file may have so many bytes unless a route says less. */
export function acceptForms(app: App, { limit_bytes }: { limit_bytes: number }) {
  app.register(multipart, { limits: { fileSize: limit_bytes, files: 1, fields: 5, fieldSize: 100_000, parts: 6 } })
}

/** For routes that read a form: its parts are a stream, and no body to validate. */
export const asForm = { validatorCompiler: () => () => true }

/** The parser of forms throws plain errors: what it means by them. */
export function explainForm(error: unknown): unknown {
  if (/^FST_(?:PARTS|FILES|FIELDS)_LIMIT$/.test(String((error as { code?: unknown } | null)?.code))) {
    return invalid('The form has a part that is not read here: send one file, in the part “file”, and nothing else that is not asked for.')
  }
  const isForm = error instanceof Error && /multipart(?: data|: boundary)/i.test(error.message)
  return isForm ? invalid('The form ends too early, or its content type names no boundary.') : error
}
