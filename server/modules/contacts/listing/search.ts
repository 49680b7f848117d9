// Searching by parts of words: each word of `q` is in a name, a phone, an address or the name of the company.

import { beginningWith, partOf, type Values } from '#platform/db/values'

/** For find_contacts (0042_contact_search.sql), which answers what matches by index when that is not too much. */
export interface Pattern {
  in: 'any' | 'names' | 'addresses'
  like: string
}

export interface Searched {
  /** What holds, exactly, of a contact `c`. To be called when it is wanted: it takes values. */
  condition(): string
  pattern: Pattern
}

/** Each word of it; more than a few narrow nothing down. */
export function searchWords(q: string, values: Values): Searched[] {
  const words = [...new Set(q.trim().toLowerCase().split(/\s+/).filter(Boolean))].slice(0, 6)
  return words.map((word) => {
    // Of one or two letters no index knows the parts: they are what a word begins with.
    const isShort = [...word].length < 3
    const like = isShort ? `% ${beginningWith(word)}` : partOf(word)
    // Scalar, each, so that PostgreSQL asks for one contact and does not make a table of all that match.
    const condition = () => {
      const [text, address] = [values.add(like), values.add(isShort ? beginningWith(word) : like)]
      return `(
        coalesce((select text like ${text} from contact_search s where s.org_id = c.org_id and s.contact_id = c.id), false)
        or (select count(*) from contact_email e where e.org_id = c.org_id and e.contact_id = c.id and e.address like ${address}) > 0
        or c.company_id = any (array(select id from company where org_id = $1 and ' ' || match_name like ${text})))`
    }
    return { condition, pattern: { in: 'any' as const, like } }
  })
}
