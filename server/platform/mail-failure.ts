// What a mail server's refusal means, in words for whoever set SMTP_URL. Addresses stay out: this is logged.

/** A mail that was not sent. */
export class MailError extends Error {
  /** Trying again will not help. */
  readonly permanent: boolean
  /** It was on its way when the connection ended: it may have arrived, and trying again may send it twice. */
  readonly uncertain: boolean

  constructor(message: string, { permanent, uncertain }: { permanent: boolean; uncertain: boolean }) {
    super(message)
    this.name = 'MailError'
    this.permanent = permanent
    this.uncertain = uncertain
  }
}

interface Failure extends Error {
  code?: string
  responseCode?: number
  response?: string
}

/** `begun`: whether the server had been given anything of the mail itself. */
export function mailFailure(error: Failure, begun: boolean): MailError {
  const { code = '', responseCode = 0, response } = error
  const permanent = responseCode >= 500 && !['EAUTH', 'ETLS'].includes(code)
  const said = withoutAddresses(response ?? error.message)
  return new MailError(`${explain(code, error)} (${said})`, { permanent, uncertain: begun && responseCode === 0 })
}

function explain(code: string, { responseCode, message }: Failure): string {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'The mail server refused user or password: check SMTP_URL.'
  if (code === 'ETLS') {
    return 'The mail server offers no encryption, and no password is sent without: set another port in SMTP_URL.'
  }
  if (/certificate|self.signed|altname/i.test(message)) {
    return "The mail server's certificate is not valid for its name: check the host in SMTP_URL."
  }
  if (code === 'EDNS' || code === 'ENOTFOUND') return 'The mail server is not found: check the host in SMTP_URL.'
  if (code === 'ETIMEDOUT') return 'The mail server did not answer in time: check host and port in SMTP_URL.'
  if (code === 'EENVELOPE' || (responseCode ?? 0) >= 500) return 'The mail server refused the mail.'
  if ((responseCode ?? 0) >= 400) return 'The mail server cannot take the mail now.'
  return 'The mail server cannot be reached: check host, port and protocol in SMTP_URL.'
}

function withoutAddresses(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[^\s<>"']+@[^\s<>"']+/g, '…@…').slice(0, 300)
}
