import { Type, type Static } from 'typebox'

export const LinkPreviews = Type.Object(
  { enabled: Type.Boolean({ description: 'Whether the pages to which messages link are read, and shown below these.' }) },
  { additionalProperties: false, title: 'LinkPreviews' },
)
export type LinkPreviews = Static<typeof LinkPreviews>
