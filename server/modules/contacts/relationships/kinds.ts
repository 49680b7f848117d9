// How people can be related. Each kind is what the other one is to the contact, and has an inverse: what the contact
// is to the other one.

/** Symmetric ones, and of each pair the one that is stored with its inverse. */
const stored = {
  spouse: 'spouse',
  partner: 'partner',
  sibling: 'sibling',
  friend: 'friend',
  colleague: 'colleague',
  parent: 'child',
  manager: 'report',
  assistant: 'principal',
  referrer: 'referral',
  custom: 'custom',
} as const

type StoredKind = keyof typeof stored
export type RelationshipKind = StoredKind | (typeof stored)[StoredKind]

export const relationshipKinds = [...new Set(Object.entries(stored).flat())] as RelationshipKind[]

/** The other one is `kind` of the contact; with a label where that is `custom`. */
export interface Relation {
  contact_id: string
  other_id: string
  kind: RelationshipKind
  label: string | null
  inverse_label: string | null
}

export function inverse(kind: RelationshipKind): RelationshipKind {
  if (kind in stored) return stored[kind as StoredKind]
  return Object.entries(stored).find(([, other]) => other === kind)![0] as StoredKind
}

/** As it is seen from the other side. */
export function mirror({ contact_id, other_id, kind, label, inverse_label }: Relation): Relation {
  return { contact_id: other_id, other_id: contact_id, kind: inverse(kind), label: inverse_label, inverse_label: label }
}

/** The one of both sides that is stored, so that nothing is stored twice. */
export function canonical(relation: Relation): Relation {
  const { kind, contact_id, other_id, label, inverse_label } = relation
  if (!(kind in stored)) return mirror(relation)
  if (kind !== inverse(kind)) return relation
  if (label !== inverse_label) return label! < inverse_label! ? relation : mirror(relation)
  return contact_id < other_id ? relation : mirror(relation)
}
