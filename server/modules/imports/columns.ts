// What a column of a CSV file means, by its header: the names that Google, Outlook, Apple, LinkedIn, HubSpot and people
// use. Every other column becomes a custom field of the same name, so nothing is lost.

export type Meaning =
  | 'name' | 'given_name' | 'middle_name' | 'family_name' | 'email' | 'phone' | 'company' | 'title' | 'tags' | 'ignored'

export interface Column {
  header: string
  /** `{field}`: a custom field. */
  meaning: Meaning | { field: string }
  /** `work` in “E-mail (work)”. */
  label: string | null
}

/** The meaning of each column, by the header row. */
export function mapColumns(headers: string[]): Column[] {
  const columns = headers.map((header, index) => toColumn(header.trim(), index))
  // A name column beside its parts is what to show; a second one would overwrite the first.
  return columns.map((column, index) => {
    const first = columns.findIndex(({ meaning }) => meaning === column.meaning)
    const single = typeof column.meaning === 'string' && !['email', 'phone', 'tags', 'ignored'].includes(column.meaning)
    return single && first < index ? { ...column, meaning: { field: column.header } } : column
  })
}

function toColumn(header: string, index: number): Column {
  const words = header.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const exact = meanings.get(words)
  if (exact) return { header, meaning: exact, label: null }
  for (const [pattern, meaning] of patterns) {
    const match = pattern.exec(words)
    if (match) return { header, meaning, label: match.groups?.label?.trim() || null }
  }
  return { header, meaning: { field: header || `Column ${index + 1}` }, label: null }
}

const names: Record<Meaning, string[]> = {
  name: ['name', 'full name', 'display name', 'contact name', 'contact', 'person', 'file as'],
  given_name: ['first', 'first name', 'given name', 'firstname', 'forename', 'vorname', 'prénom', 'nombre'],
  middle_name: ['middle name', 'additional name'],
  family_name: ['last', 'last name', 'family name', 'lastname', 'surname', 'nachname', 'nom de famille', 'apellidos'],
  email: ['email', 'e mail', 'mail', 'email address', 'e mail address', 'mail address', 'emails', 'primary email'],
  phone: ['phone', 'telephone', 'mobile', 'cell', 'phone number', 'mobile phone', 'telefon', 'tel', 'phones'],
  company: ['company', 'organization', 'organisation', 'company name', 'organization name', 'employer', 'firma', 'account name'],
  title: ['title', 'job title', 'position', 'organization title', 'role', 'occupation'],
  tags: ['tags', 'tag', 'labels', 'label', 'categories', 'group membership', 'groups'],
  // Labels of the columns beside them in Google's export.
  ignored: [],
}

const meanings = new Map(
  Object.entries(names).flatMap(([meaning, headers]) => headers.map((header) => [header, meaning as Meaning])),
)

const patterns: [RegExp, Meaning][] = [
  [/^e ?mail(?: address)? \d+ (?:label|type)$/, 'ignored'],
  [/^phone \d+ (?:label|type)$/, 'ignored'],
  [/^e ?mail(?: address)?(?: \d+)?(?: value| address)?$/, 'email'],
  [/^phone(?: \d+)?(?: value| number)?$/, 'phone'],
  [/^e ?mail \d+ (?:display name)$/, 'ignored'],
  [/^e ?mail(?: address)? (?<label>work|home|private|personal|business|other)$/, 'email'],
  [/^(?<label>work|home|private|personal|business|other|secondary) e ?mail(?: address)?$/, 'email'],
  [/^(?<label>work|home|business|mobile|other|primary|car|company main) (?:phone|mobile|telephone)(?: number)?(?: \d)?$/, 'phone'],
  [/^(?:phone|telephone|mobile) (?<label>work|home|mobile|other)$/, 'phone'],
  [/^organization(?: \d+)? name$/, 'company'],
  [/^organization(?: \d+)? title$/, 'title'],
]
