// The form of an import as it comes: `file` goes to the storage, `options` may stand before or after it.

import type { FastifyRequest } from 'fastify'
import { invalid, tooLarge, type FieldError } from '#platform/errors'
import { explainForm } from '#platform/forms'
import type { Storage } from '#platform/storage'
import { ImportOptions } from './contract.ts'
import { cutText } from './cut-text.ts'
import { findEncoding } from './encoding.ts'
import { storeUpload, type Upload } from './uploads.ts'

export interface Received {
  /** Undefined when the options name one that is there already. */
  upload: Upload | undefined
  options: ImportOptions
}

/** Throws invalid, unsupported or too_large; nothing is kept then. */
export async function receiveForm(request: FastifyRequest, storage: Storage, limit: number): Promise<Received> {
  if (!request.isMultipart()) throw invalid('Send a form (multipart/form-data) with the file in the part “file”.')
  let upload: Upload | undefined
  let options: ImportOptions = {}
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field' && part.fieldname === 'options') options = await readOptions(part.value)
      else if (part.type === 'file' && part.fieldname === 'file') {
        const filename = cutText((part.filename ?? 'file').replaceAll('\0', ''), 255)
        const tooMuch = () => tooLarge('The file is larger than UPLOAD_LIMIT_MB allows.')
        upload = await storeUpload(storage, part.file, filename, limit).catch((error) => {
          throw part.file.truncated ? tooMuch() : error
        })
        if (part.file.truncated) throw tooMuch()
      } else throw invalid(`The form has a part “${part.fieldname}”: only “file” and “options” are known.`)
    }
    if (!upload && !options.upload_id) throw invalid('The form has no part “file”.')
    if (upload && options.upload_id) throw invalid('The form has a file, and its options name another: which one is it?')
    return { upload, options }
  } catch (error) {
    if (upload) await storage.remove(upload.file)
    throw explainForm(error)
  }
}

async function readOptions(value: unknown): Promise<ImportOptions> {
  // 300 files, 40 ms: not at each start.
  const { Value } = await import('typebox/value')
  let options: unknown
  try {
    options = JSON.parse(String(value))
  } catch {
    throw invalid('The part “options” is not JSON.')
  }
  if (!Value.Check(ImportOptions, options)) {
    const errors = [...Value.Errors(ImportOptions, options)].map(({ instancePath, message }) => ({ path: `/options${instancePath}`, message }))
    throw refuse(errors)
  }
  // PostgreSQL takes none of these in JSON.
  if (/\\u0000|\\ud[89ab]../i.test(JSON.stringify(options)) || !JSON.stringify(options).isWellFormed()) {
    throw refuse([{ path: '/options', message: 'must not hold NUL or half a character' }])
  }
  if (options.encoding !== undefined && !findEncoding(options.encoding)) {
    throw refuse([{ path: '/options/encoding', message: `is no encoding that we know: “${cutText(options.encoding, 40)}”` }])
  }
  return options
}

function refuse(errors: FieldError[]): Error {
  return invalid(`The options cannot be accepted: ${errors[0]?.path} ${errors[0]?.message}.`, errors)
}
