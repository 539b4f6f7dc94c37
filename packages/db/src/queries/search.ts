import { type SQL, sql } from 'drizzle-orm'

/** Escapes what `like` takes for a pattern. */
const literal = (text: string): string =>
  text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)

/** Pairs of neighbouring characters. Words of Chinese are two characters long, so trigrams miss them. */
function pairsOf(text: string): string[] {
  const characters = [...text.toLowerCase()]
  return [...new Set(characters.slice(1).map((next, index) => `${characters[index]}${next}`))]
}

/** Whether a text contains what was searched, whatever the case; for tables that stay small. */
export const containsText = (expression: SQL, searched: string): SQL =>
  sql`lower(${expression}) like ${`%${literal(searched.toLowerCase())}%`}`

/**
 * The same for an expression that has a GIN index over `search_pairs(...)`, which finds candidates.
 * A single character has no pair and is sought along the sort.
 */
export function contains(expression: SQL, searched: string): SQL {
  const pairs = pairsOf(searched)
  const exactly = containsText(expression, searched)
  return pairs.length === 0
    ? exactly
    : sql`(search_pairs(${expression}) @> ${sql.param(pairs)}::text[] and ${exactly})`
}
