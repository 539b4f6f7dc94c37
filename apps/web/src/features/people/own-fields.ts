import { channelKindOf, type FieldSpec } from '@highwater/channels/catalog'

/** What a person's own robot needs; the rest of its kind has its defaults. */
const paths: readonly string[] = [
  'secrets.webhook',
  'secrets.signingSecret',
  'config.keyword',
  'config.proxy',
]

export const ownFieldsOf = (kind: string): readonly FieldSpec[] =>
  channelKindOf(kind).fields.filter(({ path }) => paths.includes(path))
