import { type SQL, sql } from 'drizzle-orm'

/** Where a table keeps a sealed text. */
export interface SealedPlace {
  readonly table: string
  /** The column that names a row. */
  readonly key: string
  readonly column: string
  /** The text stands under this name inside the column, which is a jsonb object. */
  readonly inside?: string
}

/**
 * Every place of the database that holds sealed secrets: what is not in this list is left behind when
 * HIGHWATER_SECRET is rotated. A test compares it with the schema.
 * Only the link of a password mail is missing: it leaves within minutes or never.
 */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'channel', key: 'id', column: 'sealed_secrets' },
  { table: 'channel_test', key: 'id', column: 'sealed_secrets' },
  { table: 'channel_test', key: 'id', column: 'cluster', inside: 'sealedSecrets' },
  { table: 'ocp_cluster', key: 'id', column: 'sealed_secrets' },
  { table: 'source', key: 'id', column: 'sealed_secrets' },
  { table: 'sign_in_provider', key: 'id', column: 'sealed_secret' },
  { table: 'second_factor', key: 'user_id', column: 'sealed_secret' },
  { table: 'remembered', key: 'key', column: 'sealed_text' },
  { table: 'session_grant', key: 'session_id', column: 'sealed_tokens' },
]

/** The sealed text of a row, as an expression. */
export const textAt = ({ column, inside }: SealedPlace): SQL =>
  inside === undefined
    ? sql`${sql.identifier(column)}`
    : sql`${sql.identifier(column)} ->> ${inside}`

/** The id of the key that the text was sealed with. */
export const keyIdAt = (place: SealedPlace): SQL => sql`split_part(${textAt(place)}, ':', 1)`
