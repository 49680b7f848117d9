// What a backup says about itself. Its first member is the head, which tells at once what the file is; its last one the
// manifest, with the sums of everything before it: a file without it is cut off.

import Type, { type Static } from 'typebox'
import { Value } from 'typebox/value'
import { unsupported } from '#platform/errors'
import type { Migration } from '#platform/db/migrate'
import { damaged, notABackup } from './failures.ts'

/** Raised when an older Rapport could not read the file any more. */
export const format = 1

export const headName = 'rapport.json'
export const manifestName = 'manifest.json'

const headFields = {
  format: Type.Literal(format),
  /** The version of the program that wrote it. */
  rapport: Type.String(),
  created_at: Type.String(),
  postgres: Type.String(),
  /** Of the event log; a restored one begins another. */
  epoch: Type.String(),
  /** What was applied to the database, in order. */
  migrations: Type.Array(Type.Object({ name: Type.String(), hash: Type.String() })),
  tables: Type.Array(Type.Object({ name: Type.String(), columns: Type.Array(Type.String()) })),
}

const headSchema = Type.Object(headFields)
const manifestSchema = Type.Object({
  ...headFields,
  rows: Type.Record(Type.String(), Type.Integer()),
  sequences: Type.Array(Type.Object({ name: Type.String(), last_value: Type.String(), is_called: Type.Boolean() })),
  /** Files that went away while the backup was written, before their turn came. */
  gone: Type.Optional(Type.Array(Type.String())),
  members: Type.Array(Type.Object({ name: Type.String(), bytes: Type.Integer(), sha256: Type.String() })),
})

export type Head = Static<typeof headSchema>
export type Manifest = Static<typeof manifestSchema>

/** Throws when the first member of the file is none that this program can go on from. */
export function checkHead(path: string, name: string, text: string) {
  const head = name === headName ? parse(text) : undefined
  if (!head || typeof head.format !== 'number') throw notABackup(path)
  if (head.format !== format) {
    throw unsupported(
      `${path} was written by Rapport ${head.rapport} in a format that this version does not know: ` +
        'use that version, or a later.',
    )
  }
  if (!Value.Check(headSchema, head)) throw damaged(path, 'has a damaged head')
}

/** The last member. Throws when it is not what it should be. */
export function readManifest(path: string, text: string): Manifest {
  const manifest = parse(text)
  if (!Value.Check(manifestSchema, manifest)) throw damaged(path, 'has a damaged manifest')
  return manifest
}

/**
 * Those of this program's migrations that the backup was made with. Throws when they are not the first ones: then the
 * backup is of a later version, or of another line of development.
 */
export function migrationsOf(path: string, { migrations, rapport }: Manifest, own: Migration[]): Migration[] {
  const known = new Map(own.map((migration) => [migration.name, migration]))
  for (const [at, { name, hash }] of migrations.entries()) {
    const migration = known.get(name)
    if (!migration) {
      throw unsupported(
        `${path} was written by a newer Rapport (${rapport}, with ${name}): restore it with that version, or a later.`,
      )
    }
    if (migration.hash !== hash || own[at] !== migration) {
      throw unsupported(
        `${path} was written by a Rapport (${rapport}) whose migration ${name} is another than here: ` +
          'restore it with that one.',
      )
    }
  }
  return own.slice(0, migrations.length)
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
}
