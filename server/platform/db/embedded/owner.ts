// The user that PostgreSQL runs as when we are root.
import { stat } from 'node:fs/promises'
import { run } from './command.ts'

export interface Owner {
  name: string
  uid: number
  gid: number
}

/** The owner of the cluster if there is one, else user `postgres`, `rapport` (made if need be), or `nobody`. */
export async function findOwner(cluster: string): Promise<Owner> {
  // First, since a user `postgres` may come later, with a package: the files stay with whom they were made for.
  const found = await stat(cluster).catch(() => undefined)
  if (found && found.uid !== 0) return { name: `user ${found.uid}`, uid: found.uid, gid: found.gid }
  return await lookUp('postgres') ?? await lookUp('rapport') ?? await makeUser('rapport') ?? await getNobody()
}

async function lookUp(name: string): Promise<Owner | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
  return uid.ok && gid.ok ? { name, uid: Number(uid.output), gid: Number(gid.output) } : undefined
}

async function makeUser(name: string) {
  // Another Rapport may be making it too: what counts is whether it is there.
  await run('useradd', ['--system', '--no-create-home', name]).catch(() => {})
  return lookUp(name)
}

async function getNobody() {
  const nobody = await lookUp('nobody')
  if (nobody) return nobody
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres, rapport or nobody to run it as. '
    + 'Make one (useradd --system rapport), start Rapport as an ordinary user, or set DATABASE_URL.')
}
