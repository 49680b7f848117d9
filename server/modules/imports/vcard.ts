// From the properties of a vCard to a contact. What has no place of its own becomes a custom field.

import { normalizeUrl, type ImportedContact } from '#modules/contacts'
import { unescapeText } from './content-line.ts'
import { cutText } from './cut-text.ts'
import { normalizeAddress } from './mail-addresses.ts'
import { cleanText } from './mail-text.ts'
import { readPartialDate } from './partial-date.ts'
import type { Property, RawCard } from './vcard-lines.ts'

const limits = { text: 300, field: 10_000, list: 50, uid: 500 }

/** A contact, or the reason why the card is none. */
export function readCard({ properties, broken, line }: RawCard): { contact: ImportedContact } | { reason: string } {
  if (broken) return { reason: broken }
  const card = arrange(properties)
  const kind = card.first('KIND', 'X-ADDRESSBOOKSERVER-KIND')?.toLowerCase()
  if (kind === 'group') return { reason: 'It is a group of people, not a person.' }

  const [family, given, middle, , suffix] = parts(card.find('N')[0]?.value)
  const given_name = [given, middle].filter(Boolean).join(' ') || null
  const { emails, unreadable } = readEmails(card)
  const phones = readPhones(card)
  const links = readLinks(card)
  const [company, ...departments] = parts(card.find('ORG')[0]?.value)
  const title = card.first('TITLE')
  const role = card.first('ROLE')
  const name = card.first('FN') ?? ([given, middle, family, suffix].filter(Boolean).join(' ') || card.first('NICKNAME') || company || null)
  if (!name && emails.length === 0 && phones.length === 0) return { reason: 'It has neither a name nor an e-mail address nor a phone.' }
  const { dates, unread } = readDates(card)
  const fields = new Map([...readFields(card), ...unread])
  if (departments.length > 0) fields.set('Department', departments.filter(Boolean).join(', '))
  if (title && role) fields.set('Role', role)
  if (unreadable.length > 0) fields.set('E-mail', unreadable.join('\n'))
  const uid = card.first('UID')?.replace(/^urn:uuid:/i, '')
  return {
    contact: {
      line,
      id: null,
      uid: uid && uid.length <= limits.uid ? uid : null,
      name: name && cutText(name, limits.text),
      given_name: given_name && cutText(given_name, limits.text),
      family_name: family ? cutText(family, limits.text) : null,
      emails: emails.slice(0, limits.list),
      phones: phones.slice(0, limits.list),
      links: links.slice(0, limits.list),
      company: company ? cutText(company, limits.text) : null,
      title: title ?? role ? cutText((title ?? role)!, limits.text) : null,
      owner_id: null,
      tags: [...new Set(card.find('CATEGORIES').flatMap(({ value }) => list(value)).filter((tag) => tag.toLowerCase() !== 'mycontacts').map((tag) => cutText(tag, 100)))],
      dates,
      fields: Object.fromEntries([...fields].filter(([, value]) => value !== '').map(([key, value]) => [key, cutText(value, limits.field)])),
    },
  }
}

/** The picture in a card; one that lies somewhere else is not fetched. */
export function findPhoto({ properties }: RawCard): Buffer | undefined {
  return properties.find(({ name, bytes }) => name === 'PHOTO' && bytes && bytes.length > 0)?.bytes ?? undefined
}

interface Card {
  /** The properties of any of these names, the preferred ones first. */
  find(...names: string[]): Property[]
  /** The text of the first of them that says anything. */
  first(...names: string[]): string | undefined
  /** `work`, `home`, what somebody wrote into the label beside it. */
  label(property: Property): string | null
}

function arrange(properties: Property[]): Card {
  const labels = new Map(properties.flatMap(({ name, group, value }) => (name === 'X-ABLABEL' && group ? [[group, clean(value)]] : [])))
  const find = (...names: string[]) => properties.filter(({ name }) => names.includes(name)).toSorted((a, b) => rank(a) - rank(b))
  return {
    find,
    first: (...names) => find(...names).map(({ value }) => clean(value)).find(Boolean),
    label(property) {
      const given = property.group === null ? undefined : labels.get(property.group)
      // Apple's own labels: _$!<HomePage>!$_
      if (given) return cutText(/^_\$!<(.*)>!\$_$/.exec(given)?.[1]?.toLowerCase() ?? given, 50)
      const types = property.parameters.get('TYPE') ?? []
      const place = types.find((type) => ['work', 'home', 'other'].includes(type))
      const use = types.includes('fax') ? 'fax' : types.includes('cell') ? 'mobile' : types.find((type) => ['pager', 'main', 'car'].includes(type))
      if (use === 'mobile' && place !== 'work') return use
      return [place, use].filter(Boolean).join(' ') || null
    },
  }
}

/** PREF=1 of version 4, TYPE=pref of 3, PREF of 2.1. */
function rank({ parameters }: Property): number {
  const number = Number(parameters.get('PREF')?.[0])
  if (number >= 1) return number
  return parameters.get('TYPE')?.includes('pref') ? 1 : 101
}

function readEmails(card: Card) {
  const emails = new Map<string, string | null>()
  const unreadable: string[] = []
  for (const property of card.find('EMAIL')) {
    const text = clean(property.value)
    const address = normalizeAddress(text)
    if (address) emails.set(address, emails.get(address) ?? card.label(property))
    else if (text) unreadable.push(text)
  }
  return { emails: [...emails].map(([address, label]) => ({ address, label })), unreadable }
}

function readPhones(card: Card) {
  const phones = new Map<string, string | null>()
  for (const property of card.find('TEL')) {
    const number = cutText(clean(property.value).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '), 50)
    if (number) phones.set(number, phones.get(number) ?? card.label(property))
  }
  return [...phones].map(([number, label]) => ({ number, label }))
}

/** What leads somewhere in the web; what does not is kept as a field. */
function readLinks(card: Card) {
  const links = new Map<string, string | null>()
  for (const property of card.find(...linked)) {
    const url = urlOf(property)
    if (url && !links.has(url)) links.set(url, property.name === 'URL' ? card.label(property) : serviceOf(property))
  }
  return [...links].map(([url, label]) => ({ url, label: label && cutText(label, 50) }))
}

const linked = ['URL', 'SOCIALPROFILE', 'X-SOCIALPROFILE']

function urlOf({ name, value }: Property): string | undefined {
  const text = clean(value)
  // A profile may be no more than the name that somebody has there.
  return name === 'URL' || /^https?:/i.test(text) ? normalizeUrl(text.slice(0, 2_000)) : undefined
}

function serviceOf({ parameters }: Property): string | null {
  const named = parameters.get('SERVICE-TYPE')?.[0] ?? parameters.get('X-SERVICE-TYPE')?.[0]
  const type = named ?? parameters.get('TYPE')?.find((word) => !['pref', 'home', 'work'].includes(word))
  return type ? capital(type) : null
}

function readDates(card: Card): { dates: ImportedContact['dates']; unread: [string, string][] } {
  const dates: ImportedContact['dates'] = []
  const unread: [string, string][] = []
  const add = (property: Property, kind: 'birthday' | 'anniversary' | 'custom', label: string) => {
    const text = clean(property.value)
    const date = readPartialDate(text)
    if (!date) return void (text && unread.push([label, text]))
    // Apple writes 1604 where nobody said the year, and does not always say that it does.
    const omitted = Number(property.parameters.get('X-APPLE-OMIT-YEAR')?.[0] ?? 1604)
    dates.push({ ...date, year: date.year === omitted ? null : date.year, kind, label: kind === 'custom' ? cutText(label, 100) : null })
  }
  for (const property of card.find('BDAY').slice(0, 1)) add(property, 'birthday', 'Birthday')
  for (const property of card.find('ANNIVERSARY', 'X-ANNIVERSARY', 'X-MS-ANNIVERSARY', 'X-EVOLUTION-ANNIVERSARY').slice(0, 1)) add(property, 'anniversary', 'Anniversary')
  for (const property of card.find('X-ABDATE').slice(0, 20)) {
    const label = card.label(property) ?? 'Date'
    add(property, label === 'anniversary' ? 'anniversary' : 'custom', label)
  }
  return { dates, unread }
}

function readFields(card: Card): Map<string, string> {
  const fields = new Map<string, string>()
  const add = (name: string, value: string) => {
    if (!value) return
    let free = name
    for (let n = 2; fields.has(free) && fields.get(free) !== value; n++) free = `${name} (${n})`
    if (fields.size < 100) fields.set(cutText(free, 200), value)
  }
  const named = (name: string, property: Property) => {
    const label = card.label(property)
    return label ? `${name} (${label})` : name
  }
  for (const property of card.find('ADR')) add(named('Address', property), formatAddress(property.value))
  if (card.find('ADR').length === 0) for (const property of card.find('LABEL')) add(named('Address', property), clean(property.value))
  for (const property of card.find('URL')) if (!urlOf(property)) add(named('Website', property), clean(property.value))
  for (const { value } of card.find('NOTE')) add('Note', clean(value))
  if (card.first('FN', 'N')) add('Nickname', list(card.find('NICKNAME')[0]?.value ?? '').join(', '))
  for (const property of card.find(...Object.keys(services), 'IMPP', 'SOCIALPROFILE', 'X-SOCIALPROFILE')) {
    const { name, value } = property
    const [, scheme, account] = /^([a-z][\w+.-]*):(.+)$/is.exec(clean(value)) ?? []
    if (name === 'IMPP') add(serviceOf(property) ?? capital(scheme ?? 'IM'), account ?? clean(value))
    else if (services[name]) add(services[name], clean(value))
    else if (!urlOf(property)) add(serviceOf(property) ?? 'Profile', account ?? clean(value))
  }
  for (const property of card.find('RELATED', 'X-ABRELATEDNAMES')) {
    const type = property.name === 'RELATED' ? property.parameters.get('TYPE')?.[0] : card.label(property)
    add(capital(type ?? 'Related'), clean(property.value))
  }
  return fields
}

const services: Record<string, string> = {
  'X-AIM': 'AIM', 'X-ICQ': 'ICQ', 'X-JABBER': 'Jabber', 'X-MSN': 'MSN', 'X-QQ': 'QQ', 'X-SKYPE': 'Skype', 'X-SKYPE-USERNAME': 'Skype', 'X-YAHOO': 'Yahoo',
  'X-GTALK': 'Google Talk', 'X-GOOGLE-TALK': 'Google Talk', 'X-TWITTER': 'Twitter', 'X-MS-IMADDRESS': 'IM', 'X-MS-MANAGER': 'Manager', 'X-MANAGER': 'Manager',
  'X-EVOLUTION-MANAGER': 'Manager', 'X-MS-ASSISTANT': 'Assistant', 'X-ASSISTANT': 'Assistant', 'X-EVOLUTION-ASSISTANT': 'Assistant', 'X-MS-SPOUSE': 'Spouse',
  'X-SPOUSE': 'Spouse', 'X-EVOLUTION-SPOUSE': 'Spouse',
}

function formatAddress(value: string): string {
  const [box, extended, street, city, region, code, country] = parts(value)
  return [extended, box, street, [code, city].filter(Boolean).join(' '), region, country].filter(Boolean).join('\n')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Parts of a structured value: at semicolons that are not escaped. */
function parts(value = ''): string[] {
  return split(value, ';')
}

function list(value: string): string[] {
  return split(value, ',').filter(Boolean)
}

function split(value: string, separator: string): string[] {
  const pieces = value.slice(0, 100_000).match(new RegExp(`(?:\\\\.|[^\\\\${separator}])*(?:${separator}|$)`, 'gs')) ?? []
  return pieces.map((piece) => clean(piece.replace(new RegExp(`(?<!\\\\)${separator}$`), '')))
}

/** Without escapes, control characters and white space around it. Lines stay lines. */
function clean(value: string): string {
  return unescapeText(value).split('\n').map((line) => cleanText(line, limits.field)).join('\n').trim()
}
