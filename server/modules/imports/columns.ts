// What a column can mean, how that is written (`email:work`, `field:Shoe size`), and the names that Google, Outlook,
// Apple, LinkedIn, HubSpot and people give to columns.

const meanings = [
  'name', 'given_name', 'middle_name', 'family_name', 'email', 'phone', 'company', 'title', 'tags', 'birthday', 'owner', 'id', 'ignore',
] as const

export type Meaning = (typeof meanings)[number]

export interface Column {
  header: string
  /** `{field}`: a custom field. */
  meaning: Meaning | { field: string }
  /** `work` in “E-mail (work)”. */
  label: string | null
}

/** Columns whose cells may hold several values, and which may stand several times. */
export const lists: ReadonlySet<unknown> = new Set(['email', 'phone', 'tags'])

/** Something that a contact can be recognized or called by; a table without any is none of people. */
export const identifying: ReadonlySet<unknown> = new Set(['name', 'given_name', 'family_name', 'email', 'phone', 'id'])

export const targetPattern = `^(?:${meanings.join('|')}|(?:email|phone):[^:]{1,50}|field:.{1,200})$`

/** `email`, `email:work`, `field:Shoe size`. */
export function formatTarget({ meaning, label }: Pick<Column, 'meaning' | 'label'>): string {
  if (typeof meaning === 'object') return `field:${meaning.field}`
  return label === null ? meaning : `${meaning}:${label}`
}

/** The other way round, for what matches `targetPattern`. */
export function parseTarget(target: string): Pick<Column, 'meaning' | 'label'> {
  const [, kind = '', rest] = /^(\w+)(?::(.*))?$/s.exec(target)!
  if (kind === 'field') return { meaning: { field: rest!.trim() }, label: null }
  return { meaning: kind as Meaning, label: rest?.trim() || null }
}

/** What a header says, or undefined when it says nothing that we know. */
export function readHeader(header: string): Pick<Column, 'meaning' | 'label'> | undefined {
  const words = header.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const exact = exactNames.get(words)
  if (exact) return { meaning: exact, label: null }
  for (const [pattern, meaning] of patterns) {
    const match = pattern.exec(words)
    if (match) return { meaning, label: match.groups?.label?.trim() || null }
  }
  // “Contact Phone Number”, “Customer e-mail”: whose it is says the table already.
  const ofWhom = /^(?:contact|customer|client|lead|kunden?|kontakt) (?<rest>.+)$/.exec(words)
  return ofWhom ? readHeader(ofWhom.groups!.rest!) : undefined
}

const names: Partial<Record<Meaning, string[]>> = {
  name: [
    'name', 'full name', 'fullname', 'display name', 'contact name', 'contact', 'person', 'file as', 'vollständiger name',
    'nom complet', 'nombre completo', 'nome completo', 'volledige naam', 'naam', 'imię i nazwisko', 'имя', 'фио', '姓名', '氏名',
  ],
  given_name: [
    'first', 'first name', 'given name', 'givenname', 'firstname', 'forename', 'vorname', 'prénom', 'prenom', 'nombre', 'nome',
    'voornaam', 'fornavn', 'förnamn', 'etunimi', 'imię', 'jméno', '名',
  ],
  middle_name: ['middle name', 'middle', 'additional name', 'zweiter vorname'],
  family_name: [
    'last', 'last name', 'family name', 'lastname', 'surname', 'nachname', 'familienname', 'nom de famille', 'nom', 'apellidos',
    'apellido', 'cognome', 'sobrenome', 'achternaam', 'etternavn', 'efternavn', 'efternamn', 'sukunimi', 'nazwisko', 'příjmení',
    'фамилия', '姓',
  ],
  email: [
    'email', 'e mail', 'mail', 'email address', 'e mail address', 'mail address', 'emails', 'primary email', 'email addresses',
    'e mail adresse', 'email adresse', 'mailadresse', 'adresse email', 'adresse e mail', 'courriel', 'correo', 'correo electrónico',
    'posta elettronica', 'indirizzo email', 'e mailadres', 'e post', 'sähköposti', 'почта', 'электронная почта', '邮箱', '電子郵件', 'メールアドレス',
  ],
  phone: [
    'phone', 'telephone', 'mobile', 'cell', 'phone number', 'mobile phone', 'telefon', 'tel', 'phones', 'telefonnummer', 'handy',
    'mobiltelefon', 'téléphone', 'telephone number', 'portable', 'teléfono', 'móvil', 'telefono', 'cellulare', 'telefone', 'celular',
    'telefoon', 'puhelin', 'телефон', '电话', '電話番号',
  ],
  company: [
    'company', 'organization', 'organisation', 'company name', 'organization name', 'employer', 'firma', 'account name', 'account',
    'unternehmen', 'société', 'entreprise', 'empresa', 'azienda', 'società', 'bedrijf', 'yritys', 'företag', 'компания', '公司', '会社名',
  ],
  title: [
    'title', 'job title', 'jobtitle', 'position', 'organization title', 'role', 'occupation', 'funktion', 'beruf', 'fonction',
    'poste', 'cargo', 'puesto', 'ruolo', 'functie', 'должность', '职位', '役職',
  ],
  tags: ['tags', 'tag', 'labels', 'label', 'categories', 'category', 'group membership', 'groups', 'kategorien', 'étiquettes', 'etiquetas'],
  birthday: ['birthday', 'birth date', 'birthdate', 'date of birth', 'dob', 'geburtstag', 'geburtsdatum', 'anniversaire', 'date de naissance', 'cumpleaños', 'compleanno'],
  owner: ['owner', 'contact owner', 'owner email', 'assigned to', 'account manager'],
  id: ['rapport id', 'contact id'],
}

const exactNames = new Map(
  Object.entries(names).flatMap(([meaning, headers]) => headers.map((header) => [header, meaning as Meaning])),
)

const patterns: [RegExp, Meaning][] = [
  // Of our own rejects.csv and contacts.csv.
  [/^rapport (?:reason|last contact|created)$/, 'ignore'],
  // Labels of the columns beside them in Google's export.
  [/^e ?mail(?: address)? \d+ (?:label|type)$/, 'ignore'],
  [/^phone \d+ (?:label|type)$/, 'ignore'],
  [/^e ?mail(?: address)?(?: \d+)?(?: value| address)?$/, 'email'],
  [/^phone(?: \d+)?(?: value| number)?$/, 'phone'],
  [/^e ?mail \d+ (?:display name)$/, 'ignore'],
  [/^e ?mail(?: address)? (?<label>work|home|private|personal|business|other)$/, 'email'],
  [/^(?<label>work|home|private|personal|business|other|secondary) e ?mail(?: address)?$/, 'email'],
  [/^(?<label>work|home|business|mobile|other|primary|car|company main) (?:phone|mobile|telephone)(?: number)?(?: \d)?$/, 'phone'],
  [/^(?:phone|telephone|mobile) (?<label>work|home|mobile|other)$/, 'phone'],
  [/^organization(?: \d+)? name$/, 'company'],
  [/^organization(?: \d+)? title$/, 'title'],
]
