// The people of the demo: two thousand of them, in some hundred companies.

import { localNames } from './companies.ts'
import { properNames, regions, romanized, trades, type Region, type Trade } from './names.ts'
import type { Random } from './random.ts'

export interface Company {
  name: string
  domain: string
  trade: Trade
  region: Region
  city: string
}

export interface Person {
  given_name: string
  family_name: string
  email: string
  phone: string
  title: string
  company: Company
  tags: string[]
  /** ISO 8601, or nothing. */
  birthday: string
}

/** The ones with whom most passes come first. */
export function makePeople(random: Random, count: number): Person[] {
  const companies = makeCompanies(random, Math.ceil(count / 7))
  const taken = new Set<string>()
  const called = new Set<string>()
  return Array.from({ length: count }, () => {
    // Each company has somebody; beyond that, large ones have more.
    const company = random.pickSkewed(companies)
    const { given_name, family_name } = someoneNew(random, company.region, called)
    const { domain } = company.region
    const email = free(taken, `${plain(given_name, domain)}.${plain(family_name, domain)}`, company.domain)
    return {
      given_name,
      family_name,
      email,
      phone: `${company.region.dial} ${random.between(1_000, 9_999)}`,
      title: random.pick(localNames[domain]?.titles?.[company.trade.tag] ?? company.trade.titles),
      company,
      birthday: random.chance(0.4) ? new Date(Date.UTC(random.between(1955, 2001), 0, random.between(1, 365))).toISOString().slice(0, 10) : '',
      tags: [company.trade.tag, ...(random.chance(0.12) ? ['newsletter'] : []), ...(random.chance(0.05) ? ['vip'] : [])],
    }
  })
}

function makeCompanies(random: Random, count: number): Company[] {
  const taken = new Set<string>()
  const companies: Company[] = []
  while (companies.length < count) {
    const region = weighted(random, regions)
    const trade = weighted(random, trades)
    const local = localNames[region.domain]
    const places = local ? local.places : properNames
    const isNamedAfterSomebody = places.length === 0 || (trade.tag !== 'public sector' && random.chance(0.35))
    const proper = isNamedAfterSomebody ? random.pick(region.family) : random.pick(places)
    const name = random.pick(local ? local.names[trade.tag]! : trade.names)(proper)
    // `.example` is nobody's (RFC 2606); the country stands before it. Of names in other scripts the one that has a Latin spelling.
    const latin = romanized[proper] ? `${romanized[proper]} ${trade.tag}` : name
    const domain = `${plain(latin, region.domain)}.${region.domain}.example`
    if (taken.has(domain)) continue
    taken.add(domain)
    companies.push({ name, domain, trade, region, city: random.pick(region.cities) })
  }
  return companies
}

function weighted<Item extends { share: number }>(random: Random, items: readonly Item[]): Item {
  let rest = random.next() * items.reduce((sum, { share }) => sum + share, 0)
  return items.find(({ share }) => (rest -= share) < 0) ?? items[0]!
}

/** Few have the name of somebody else: only where all are taken. */
function someoneNew(random: Random, { given, family }: Region, called: Set<string>) {
  for (let tries = 0; ; tries++) {
    const [given_name, family_name] = [random.pick(given), random.pick(family)]
    const name = `${given_name} ${family_name}`
    if (called.has(name) && tries < 50) continue
    called.add(name)
    return { given_name, family_name }
  }
}

function free(taken: Set<string>, local: string, domain: string): string {
  for (let n = 1; ; n++) {
    const address = `${local}${n === 1 ? '' : n}@${domain}`
    if (taken.has(address)) continue
    taken.add(address)
    return address
  }
}

/** As it would stand in an address: without accents, spaces and signs. */
function plain(text: string, country: string): string {
  const letters = { ...romanized, ...localNames[country]?.letters }
  const latin = romanized[text] ?? [...text.toLowerCase()].map((letter) => letters[letter] ?? letter).join('')
  return latin.normalize('NFD').toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
