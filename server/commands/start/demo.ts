// `rapport start --demo`: an organization that does not exist, with its people, mail, meetings, notes, rooms and tasks, to look around in.

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMember, createOrganizationWithoutKey, createUser, hashPassword, listMemberAddresses, passwordLink } from '#modules/accounts'
import { contactViews, createCompany, createTag, findCompanyByName, findContactIds, findTagByName } from '#modules/contacts'
import { createNote, listNotes } from '#modules/timeline'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db/database'
import { conflict } from '#platform/errors'
import type { Actor } from '#platform/tenancy'
import { writeDemoFiles, type Story } from '../../demo/files.ts'
import { tagColors, team } from '../../demo/names.ts'
import { makeNotes } from '../../demo/notes.ts'
import importFiles from '../import.ts'
import { addTasks, addToday } from './demo-team.ts'

const [owner] = team
const name = 'Alderpine'

/**
 * The owner of the demo, who is made on an empty database. Throws conflict when there is any other organization: the demo
 * is nothing to mix with what is real.
 */
export async function ensureDemo(database: Database, config: Config): Promise<Actor> {
  const found = await findOrganizations(database)
  if (found.length === 0) {
    const { organization_id, user_id } = await createOrganizationWithoutKey(database, { organization: name, name: owner.name, email: owner.email, plan: config.default_plan })
    return ownerOf(organization_id, user_id)
  }
  const [only] = found
  if (found.length > 1 || only!.owner_email !== owner.email) {
    const others = found.filter(({ owner_email }) => owner_email !== owner.email).map((each) => `“${each.name}”`)
    throw conflict('not_empty', `The demo goes into an empty database, and there is ${others.join(', ')} here. Nothing was changed. Give it a folder of its own: RAPPORT_DATA=./demo npm start -- --demo`)
  }
  return ownerOf(only!.id, only!.owner_id)
}

function ownerOf(org_id: string, id: string): Actor {
  return { org_id, kind: 'user', id, role: 'owner' }
}

interface Found {
  id: string
  name: string
  owner_id: string
  owner_email: string | null
}

async function findOrganizations({ pools }: Database): Promise<Found[]> {
  const { rows } = await pools.system.query<Found>(
    'select o.id, p.name, o.owner_id, p.owner_email from list_organizations() o join list_organization_plans() p using (id)')
  return rows
}

interface Demo {
  actor: Actor
  /** How many. */
  people: number
  /** Where the server answers to people. */
  public_url: string
}

/**
 * Brings the demo in through the running server, with progress in the terminal, and says how to sign in. What is there already
 * stays as it is: after an interruption it goes on.
 */
export async function showDemo(database: Database, config: Config, demo: Demo) {
  const whole = await fill(database, config, demo)
  console.log(whole ? await describeSignIn(database, demo) : '\n  The demo is not whole yet: start with --demo again, and it goes on.\n')
}

/** Resolves to whether all of it is there. */
async function fill(database: Database, config: Config, { actor, people }: Demo): Promise<boolean> {
  // What is made last.
  if ((await contactViews.list(database.tenant(actor.org_id), actor, { limit: 1 })).length > 0) return true
  const folder = await mkdtemp(join(tmpdir(), 'rapport-demo-'))
  try {
    console.log('Writing the files of the demo …')
    const story = await writeDemoFiles(folder, people)
    await addColleagues(database, actor)
    await addCompanies(database, actor, story)
    await addTags(database, actor)
    const files = ['people.csv', 'mail.mbox', 'calendar.ics', 'slack.zip'].map((file) => join(folder, file))
    const own = team.flatMap(({ email }) => ['--own-address', email])
    const failed = await importFiles([...files, ...own], { ...config, api_key: undefined, server_url: undefined })
    if (failed) return false
    await addNotes(database, actor, story)
    await addTasks(database, actor, story)
    await addToday(database, actor)
    await addViews(database, actor)
    return true
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Who can be written to; nobody has told them their password: they sign in by asking for another. */
async function addColleagues(database: Database, actor: Actor) {
  const there = new Set(await listMemberAddresses(database.tenant(actor.org_id)))
  for (const { name: called, email, role } of team.slice(1)) {
    if (there.has(email)) continue
    // One that nobody knows.
    const password_hash = await hashPassword(randomBytes(24).toString('base64url'))
    await database.transact(actor, async (tx) => {
      const user_id = await createUser(tx, { name: called, email, password_hash, email_verified: true })
      await addMember(tx, actor, { user_id, role })
    })
  }
}

/** With their domains, which no file of people has. */
async function addCompanies(database: Database, actor: Actor, { people }: Story) {
  for (const { name, domain } of new Set(people.map(({ company }) => company))) {
    if (await findCompanyByName(database.tenant(actor.org_id), name)) continue
    await database.transact(actor, (tx) => createCompany(tx, actor, { name, domain }))
  }
}

/** With their colors, which no file of people has either. */
async function addTags(database: Database, actor: Actor) {
  for (const [called, color] of Object.entries(tagColors)) {
    if (await findTagByName(database.tenant(actor.org_id), called)) continue
    await database.transact(actor, (tx) => createTag(tx, actor, { name: called, color }))
  }
}

async function addNotes(database: Database, actor: Actor, story: Story) {
  const notes = makeNotes(story)
  const db = database.tenant(actor.org_id)
  const contacts = await findContactIds(db, notes.map(({ email }) => email))
  // They are written one after the other, so what is there are the first ones.
  const there = await listNotes(db, { query: {}, limit: notes.length })
  for (const { email, ...note } of notes.slice(there.length)) {
    const contact_ids = contacts.get(email) ?? []
    if (contact_ids.length > 0) await database.transact(actor, (tx) => createNote(tx, actor, { ...note, contact_ids }))
  }
  console.log(`  ${notes.length.toLocaleString('en')} notes written`)
}

async function addViews(database: Database, actor: Actor) {
  await database.transact(actor, async (tx) => {
    for (const view of views) await contactViews.create(tx, actor, view)
  })
}

const views = [
  { name: 'VIPs', shared: true, filter: [{ field: 'tag', op: 'is' as const, value: 'vip' }], sort: '-last_interaction_at' },
  { name: 'Newsletter', shared: true, filter: [{ field: 'tag', op: 'is' as const, value: 'newsletter' }], sort: 'name' },
  { name: 'Never in touch', shared: true, filter: [{ field: 'last_interaction_at', op: 'empty' as const }], sort: 'company' },
]

/** As the owner. */
async function describeSignIn({ pools }: Database, { actor, public_url }: Demo): Promise<string> {
  const known = await pools.auth.query('select from account where user_id = $1', [actor.id])
  if (known.rowCount! > 0) return `  Demo       sign in as ${owner.name} <${owner.email}> at ${public_url}, with the password that you have chosen\n`
  const link = await passwordLink(pools.auth, { email: owner.email, public_url })
  return `  Demo       ${link}
             This link makes you ${owner.name} <${owner.email}>, the owner of “${name}”: choose a password there.
`
}
