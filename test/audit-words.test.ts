// The audit log says in words what was done: those of each type of entry stand in both catalogues. Types are found in what the server writes, where
// they stand in the past tense.

import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { audited as german } from '../web/src/messages/de/audited.ts'
import { audited as english } from '../web/src/messages/en/audited.ts'

const pastTense = /'([a-z_]+\.(?:[a-z_]*ed|left|hidden|due|due_soon|resent|taken|undone))'/g

/** Jobs, names of statements and columns. */
const noEvents = ['files.pinned', 'rooms.concerned', 'rooms.send_scheduled', 'webhooks.report_disabled']

/** Somebody's own state, or a record by itself: in the event log alone. */
const unaudited = [
  /^(?:availability|bookmark|draft|inbox|membership|notification|notification_preferences|reminder|scheduled_message|shown_availability|thread)\./,
  /^message\.(?:acknowledged|created|previewed|reacted|repeated)$/,
  /^room\.refreshed$/,
  /^task\.(?:planned|unplanned)$/,
]

/** Those whose nouns or verbs are given, by how they are written. */
const composed: Record<string, string[]> = {
  '${noun}.${what}': ['view', 'company_view', 'task_view'].flatMap((noun) => ['created', 'updated', 'deleted'].map((what) => `${noun}.${what}`)),
  '${of.noun}.created': ['bulk_change.created', 'company_bulk_change.created', 'task_bulk_change.created'],
  '${of.noun}.undone': ['bulk_change.undone', 'company_bulk_change.undone', 'task_bulk_change.undone'],
  'webhook.${what}': ['created', 'updated', 'disabled', 'removed', 'secret_rotated'].map((what) => `webhook.${what}`),
  'user.${change}': ['password_changed', 'email_change_requested', 'two_factor_enabled', 'two_factor_disabled', 'recovery_codes_renewed', 'recovery_code_used'].map((change) => `user.${change}`),
  'passkey.${change}': ['passkey.added', 'passkey.removed'],
}

test('every type of entry has its words in both languages, and no words are of none', async () => {
  const found = new Set<string>()
  for await (const path of glob(['server/{modules,platform}/**/*.ts', 'migrations/schema.sql'], { exclude: (name) => name.endsWith('.test.ts') })) {
    const text = await readFile(path, 'utf8')
    for (const [, type] of text.matchAll(pastTense)) found.add(type!)
    for (const [, type] of text.matchAll(/type: `(?!urn:)([^`]+)`/g)) {
      assert.ok(composed[type!], `${path}: say here which types \`${type}\` stands for.`)
      for (const each of composed[type!]!) found.add(each)
    }
  }
  const types = [...found].filter((type) => !noEvents.includes(type) && !unaudited.some((pattern) => pattern.test(type))).toSorted()
  for (const words of [english, german]) assert.deepEqual(Object.keys(words.audited).toSorted(), types)
})

test('to what it was done is said in words', () => {
  const nouns = new Set(Object.keys(english.audited).map((type) => type.split('.')[0]!))
  // Of these something else is the subject: who it is about, or all of the organization.
  for (const noun of ['audit', 'contact_date', 'contacts', 'duplicate', 'export', 'import', 'interactions', 'link_previews', 'member', 'note', 'retention', 'sign_in']) nouns.delete(noun)
  for (const words of [english, german]) assert.deepEqual(Object.keys(words.subjects).toSorted(), [...nouns, 'system'].toSorted())
})
