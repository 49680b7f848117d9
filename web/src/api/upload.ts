import { currentMessages } from '@/messages/messages.tsx'
import { explain, Problem } from './client.ts'

interface Options {
  /** Bytes that have left. */
  onProgress(sent: number): void
  signal: AbortSignal
}

/** Sends a form; not by fetch, which does not tell how much has been sent. Throws Problem, and the signal's reason. */
export function upload<Answer>(path: string, form: FormData, { onProgress, signal }: Options): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded))
    request.addEventListener('load', () => {
      const { status, response } = request
      if (status >= 200 && status < 300) return resolve(response as Answer)
      const problem = (response as { code?: string } | null) ?? {}
      reject(new Problem(explain(problem, status), { status, code: problem.code ?? 'unknown' }))
    })
    request.addEventListener('error', () => reject(new Problem(currentMessages().states.no_answer, { status: 0, code: 'offline' })))
    request.addEventListener('abort', () => reject(signal.reason))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', `/api/v1${path}`)
    request.send(form)
  })
}
