/** An interaction that may answer others of its subject, or be answered. */
export interface Correspondence {
  id: string
  thread_id: string
  subject: string
  /** Seconds since 1970. */
  at: number
  /** Decides between those of the same moment, the same in whatever order they came. */
  source_id: string
  answers_by_subject: boolean
  answered_id: string | null
  /** Known to be sent by us. */
  is_ours: boolean
  people: Someone[]
  /** All that it may answer is known. */
  is_complete: boolean
}

interface Someone {
  address: string | null
  contact_ids: string[]
  sends: boolean
}

/** In seconds: an answer that comes later begins another conversation. */
export const longestWait = 30 * 86_400

/** By the id of each complete answer that of the latest earlier one that it can belong to; null when there is none. */
export function findAnswered(correspondence: Correspondence[]): Map<string, string | null> {
  const found = new Map<string, string | null>()
  for (const same of Map.groupBy(correspondence, ({ subject }) => subject).values()) {
    const earlier = new Map<string, Correspondence[]>()
    for (const each of same.toSorted(compare)) {
      if (each.answers_by_subject && each.is_complete) {
        const latest = [...namesOf(tellingPeople(each))].flatMap((name) => earlier.get(name)?.findLast((other) => belongsTo(each, other)) ?? [])
        found.set(each.id, latest.toSorted(compare).at(-1)?.id ?? null)
      }
      for (const name of namesOf(each.people)) {
        const theirs = earlier.get(name)
        if (theirs) theirs.push(each)
        else earlier.set(name, [each])
      }
    }
  }
  return found
}

function compare(one: Correspondence, other: Correspondence): number {
  return one.at - other.at || (one.source_id < other.source_id ? -1 : 1)
}

/** One of whom is in what is answered, and who are in few mails: we are in all of them. */
function tellingPeople({ people, is_ours }: Correspondence): Someone[] {
  const telling = people.filter(({ sends }) => sends !== is_ours)
  return telling.length > 0 ? telling : people
}

function namesOf(people: Someone[]): Set<string> {
  return new Set(people.flatMap(({ address, contact_ids }) => [address ?? [], contact_ids].flat()))
}

/**
 * Whoever answers took part, and so did another of those who are in it; or, when it is one of us who answers, whoever is
 * answered is a recipient: a colleague may do it, or we from another address. That we are in both says nothing.
 */
function belongsTo(answer: Correspondence, earlier: Correspondence): boolean {
  if (answer.at - earlier.at > longestWait) return false
  const [senders, recipients] = [answer.people.filter(({ sends }) => sends), answer.people.filter(({ sends }) => !sends)]
  const shared = answer.people.filter((someone) => isAmong(someone, earlier.people)).length
  const enough = Math.min(2, answer.people.length, earlier.people.length)
  if (senders.every((someone) => isAmong(someone, earlier.people)) && shared >= enough) return shared > 0
  const written = earlier.people.filter(({ sends }) => sends)
  return answer.is_ours && recipients.some((someone) => isAmong(someone, written.length > 0 ? written : earlier.people))
}

function isAmong(someone: Someone, people: Someone[]): boolean {
  return people.some((other) => (someone.address !== null && other.address !== null
    ? someone.address === other.address
    : someone.contact_ids.some((id) => other.contact_ids.includes(id))))
}
