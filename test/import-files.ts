// Files to import, drawn by chance: of each format, with what makes it hard.

import { seededRandom, type Random } from '../server/demo/random.ts'

export interface ImportFile {
  filename: string
  /** Records, each whole in itself. */
  head: string
  records: { text: string; name: string }[]
  foot: string
  options: object
}

export const formats = ['csv', 'vcf', 'ics', 'mbox'] as const
export type Format = (typeof formats)[number]

export function generateFile(format: Format, seed: number, count: number): ImportFile {
  const random = seededRandom(seed)
  const records = Array.from({ length: count }, (_, n) => writers[format](n, random))
  const { head = '', foot = '' } = frames[format] ?? {}
  return { filename: `generated.${format}`, head, records, foot, options: format === 'csv' || format === 'vcf' ? {} : { own_addresses: ['me@own.example'] } }
}

export function textOf({ head, records, foot }: ImportFile): string {
  return head + records.map(({ text }) => text).join('') + foot
}

const frames: Partial<Record<Format, { head?: string; foot?: string }>> = {
  csv: { head: 'Name,Email,Phone,Company,Tags,Shoe size\n' },
  ics: { head: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n', foot: 'END:VCALENDAR\r\n' },
}

const addressOf = (n: number) => `person${n}@x${n % 7}.example`
const words = ['Lunch', 'Plan', 'Offer', 'Report', 'Grüße', '会議']

const writers: Record<Format, (n: number, random: Random) => { text: string; name: string }> = {
  csv(n, random) {
    // Some come twice, with something else.
    const who = random.chance(0.05) ? Math.floor(n / 2) : n
    const name = random.pick([`Person ${who}`, `"Person, ${who}"`, `"Person ""P"" ${who}"`, `"Person\n${who}"`])
    const cells = [name, addressOf(who), random.chance(0.5) ? `+49 30 ${1000000 + who}` : '', `Company ${who % 20}`, random.pick(['a; b', 'c', '']), random.pick(['42', ''])]
    return { text: `${cells.join(',')}\n`, name: addressOf(who) }
  },
  vcf(n, random) {
    const photo = random.chance(0.1) ? [`NOTE:${'long note '.repeat(50)}`] : []
    const lines = ['BEGIN:VCARD', 'VERSION:3.0', `FN:Person ${n}`, `N:${n};Person;;;`, `EMAIL;TYPE=work:${addressOf(n)}`, `UID:uid-${n}`,
      ...(random.chance(0.3) ? ['BDAY:1980-03-21'] : []), ...(random.chance(0.5) ? [`ORG:Company ${n % 20}`] : []), ...photo, 'END:VCARD']
    return { text: lines.map((line) => `${line}\r\n`).join(''), name: addressOf(n) }
  },
  ics(n, random) {
    const day = String(random.between(1, 28)).padStart(2, '0')
    const lines = ['BEGIN:VEVENT', `UID:event-${n}`, 'DTSTAMP:20260101T000000Z', `DTSTART;TZID=Europe/Berlin:202603${day}T${String(random.between(8, 17)).padStart(2, '0')}0000`,
      `SUMMARY:${random.pick(words)} ${n}`, 'ORGANIZER:mailto:me@own.example', `ATTENDEE;CN=Person ${n % 50}:mailto:${addressOf(n % 50)}`,
      ...(random.chance(0.1) ? ['RRULE:FREQ=WEEKLY;COUNT=5'] : []), 'END:VEVENT']
    return { text: lines.map((line) => `${line}\r\n`).join(''), name: `event-${n}` }
  },
  mbox(n, random) {
    const other = `writer${random.between(0, 40)}@y.example`
    const [from, to] = random.chance(0.5) ? [other, 'me@own.example'] : ['me@own.example', other]
    const at = new Date(Date.UTC(2026, 0, 1) + random.between(0, 100_000) * 60_000).toUTCString()
    const answered = random.chance(0.3) ? `References: <m${random.between(0, n)}@x>\n` : ''
    const boundary = `b${n}`
    // Some of the same content, which is kept once.
    const file = Buffer.from(`file ${random.chance(0.5) ? n : n % 10} `.repeat(random.between(10, 400))).toString('base64').replace(/.{76}/g, '$&\n')
    const text = `${random.pick(words)}, or not?\n>From here on, ${n}.`
    const body = random.chance(0.3)
      ? `Content-Type: multipart/mixed; boundary="${boundary}"\n\n--${boundary}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n--${boundary}\n`
        + `Content-Type: application/x-data\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="f${n}.bin"\n\n${file}\n--${boundary}--\n`
      : `Content-Type: text/plain; charset=utf-8\n\n${text}\n`
    const subject = `${random.pick(['', '', 'Re: ', 'AW: '])}${random.pick(words)}`
    return { text: `From x Thu Jan  1 00:00:00 2026\nFrom: ${from}\nTo: ${to}\nMessage-ID: <m${n}@x>\n${answered}Subject: ${subject}\nDate: ${at}\n${body}\n`, name: `m${n}@x` }
  },
}
