// An ordinary mailbox: threads between one of us and a few hundred people, plain and multipart, some with attachments.

import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Writes an mbox of so many mails of 2 to 20 KB: always the same. */
export async function writeMailbox(path: string, count: number) {
  const mails = function* () {
    for (let n = 0; n < count; n++) yield mail(n)
  }
  await pipeline(Readable.from(mails(), { objectMode: true }), createWriteStream(path))
}

export const ourAddress = 'me@ours.example.org'

const perThread = 5
const people = 500

function mail(n: number): string {
  const thread = Math.floor(n / perThread)
  const place = n % perThread
  const other = `"Correspondent ${thread % people}" <correspondent${thread % people}@firm${thread % 80}.example.net>`
  const [from, to] = place % 2 === 0 ? [other, `Me <${ourAddress}>`] : [`Me <${ourAddress}>`, other]
  const references = Array.from({ length: place }, (_, earlier) => `<${thread}.${earlier}@mail.example.net>`)
  const date = new Date(Date.UTC(2024, 0, 1) + n * 1_800_000)
  const header = [
    `From - ${date.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+).*/, '$1 $3 $2 $5 $4')}`,
    `Received: from mx${n % 7}.example.net (mx.example.net [192.0.2.${n % 250}]) by mail.ours.example.org with ESMTPS id ${n}`,
    `\tfor <${ourAddress}>; ${date.toUTCString().replace('GMT', '+0000')}`,
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.net; s=2024; h=from:to:subject:date;',
    `\tbh=${filler(n, 44)}; b=${filler(n + 1, 300).replace(/(.{70})/g, '$1\n\t')}`,
    `From: ${from}`,
    `To: ${to}`,
    ...(n % 4 === 0 ? [`Cc: =?utf-8?q?J=C3=BCrgen_${n % 40}?= <copied${n % 40}@example.com>`] : []),
    `Subject: ${place === 0 ? '' : 'Re: '}=?utf-8?q?The_plan_f=C3=BCr_number_${thread}?=`,
    `Message-ID: <${thread}.${place}@mail.example.net>`,
    ...(references.length > 0 ? [`In-Reply-To: ${references.at(-1)}`, `References: ${references.join('\n ')}`] : []),
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
  ]
  return `${header.join('\n')}\n${body(n)}\n\n`
}

/** A third each: plain, text and HTML, and with an attachment. */
function body(n: number): string {
  const plain = `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${prose(n, 600 + (n % 13) * 250)}`
  if (n % 3 === 0) return plain
  const html = `Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<html><body><p>=\n${
    prose(n, 1_500 + (n % 11) * 300).replaceAll('\n', '<br>=\n').replaceAll('ü', '=C3=BC')}</p></body></html>`
  const alternatives = multipart('alternative', `a${n}`, [plain, html])
  if (n % 3 === 1) return alternatives
  const file = `Content-Type: application/pdf; name="plan.pdf"\nContent-Disposition: attachment; filename="plan.pdf"\n` +
    `Content-Transfer-Encoding: base64\n\n${filler(n, 4_000 + (n % 9) * 1_000).replace(/(.{76})/g, '$1\n')}`
  return multipart('mixed', `m${n}`, [alternatives, file])
}

function multipart(kind: string, boundary: string, parts: string[]): string {
  const separated = parts.map((part) => `--${boundary}\n${part}\n`).join('')
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\n\n${separated}--${boundary}--`
}

const sentences = [
  'Thank you for the figures, I looked at them again this morning.', 'Could we für once meet on a Thursday?',
  'The second table does not add up, see the note below it.', 'I will be travelling until the twelfth.',
  'Please send the signed copy to the office.', 'From what I hear, they are content with it.',
]

function prose(n: number, length: number): string {
  let text = 'Hello,\n\n'
  for (let at = n; text.length < length; at++) text += `${sentences[at % sentences.length]}${at % 3 === 0 ? '\n' : ' '}`
  return `${text}\n\nBest regards\n\nOn Monday somebody wrote:\n> ${sentences[n % sentences.length]}\n> And more of it.\n`
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function filler(n: number, length: number): string {
  let text = ''
  for (let at = 0, state = n + 1; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    text += letters[state >>> 26]
  }
  return text
}
