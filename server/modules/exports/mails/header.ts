// The header of a mail as it was sent, but for what says how its parts are put together; and what it would not say again
// as it is stored (a subject in a charset that is not kept, a date that the sender's clock had wrong) said anew.

import { readMail } from '#modules/imports'
import { encodeMailbox, encodeWords } from './encoded-words.ts'
import type { StoredMail } from './message.ts'

/** Lines, each ended by LF. */
export async function writeHeader(mail: StoredMail): Promise<string> {
  const fields = readFields(mail.headers ?? '').filter(({ name }) => !/^(?:content-.*|mime-version|x-rapport-.*)$/.test(name))
  const said = await readMail(Buffer.from(`${fields.map(({ lines }) => lines).join('')}MIME-Version: 1.0\n\n`))
  const wrong = findWrong(mail, said)
  const kept = fields.filter(({ name }) => !wrong.some(({ instead_of }) => instead_of.includes(name)))
  return [...kept.map(({ lines }) => lines), ...wrong.map(({ lines }) => lines)].join('')
}

interface Field {
  /** In lower case. */
  name: string
  lines: string
}

function readFields(headers: string): Field[] {
  const fields: Field[] = []
  for (const line of headers.split('\n')) {
    const name = /^([!-9;-~]{1,79})[ \t]*:/.exec(line)?.[1]
    if (name) fields.push({ name: name.toLowerCase(), lines: `${line}\n` })
    else if (/^[ \t]+\S/.test(line) && fields.length > 0) fields.at(-1)!.lines += `${line}\n`
  }
  return fields
}

type Said = Awaited<ReturnType<typeof readMail>>

/** The fields to write where it says something else than is stored. */
function findWrong(mail: StoredMail, said: Said): { instead_of: string[]; lines: string }[] {
  const people = (role: string) => mail.participants.filter((person) => person.role === role)
    .map(({ address, name }) => encodeMailbox(address ?? '', name)).toSorted()
  const list = (found: { address: string; name: string | null }[]) => found.map(({ address, name }) => encodeMailbox(address, name)).toSorted()
  const lists = { from: said.from ? [said.from] : [], to: said.to, cc: said.cc, bcc: said.bcc }
  const seconds = (at: string | Date | null) => at && Math.floor(new Date(at).getTime() / 1000)
  return [
    ...Object.entries(lists).flatMap(([role, found]) => (String(list(found)) === String(people(role)) ? []
      : [{ instead_of: role === 'from' ? ['from', 'sender'] : [role], lines: field(titles[role]!, people(role).join(',\n ')) }])),
    ...(said.subject === mail.subject ? [] : [{ instead_of: ['subject'], lines: field('Subject', encodeWords(mail.subject ?? '')) }]),
    ...(said.source_id === mail.source_id ? [] : [{ instead_of: ['message-id'], lines: field('Message-ID', `<${mail.source_id}>`) }]),
    ...(seconds(said.occurred_at) === seconds(mail.occurred_at) ? []
      : [{ instead_of: ['date'], lines: field('Date', new Date(mail.occurred_at).toUTCString().replace('GMT', '+0000')) }]),
  ]
}

const titles: Record<string, string> = { from: 'From', to: 'To', cc: 'Cc', bcc: 'Bcc' }

function field(name: string, value: string): string {
  return value ? `${name}: ${value}\n` : ''
}
