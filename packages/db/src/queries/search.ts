import { and, type SQL, sql } from 'drizzle-orm'

/** Escapes what `like` takes for a pattern. */
const literal = (text: string): string =>
  text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)

/**
 * Pairs of neighbouring characters that together cover the text. Words of Chinese are two characters
 * long, so trigrams would miss them. Overlapping pairs would only mislead the planner, who takes
 * them for independent and expects next to nothing.
 */
export function pairsOf(text: string): string[] {
  const characters = [...text.toLowerCase()]
  const starts = characters.flatMap((_, index) => {
    const isCovering = index % 2 === 0 || index === characters.length - 2
    return isCovering && index < characters.length - 1 ? [index] : []
  })
  return [...new Set(starts.map((start) => characters.slice(start, start + 2).join('')))]
}

/** Whether a text has all pairs of what was searched; undefined for one character, which has none. */
export function hasPairs(expression: SQL, searched: string): SQL | undefined {
  const pairs = pairsOf(searched)
  return pairs.length === 0
    ? undefined
    : sql`search_pairs(${expression}) @> ${sql.param(pairs)}::text[]`
}

/** Whether a text contains what was searched, whatever the case; for tables that stay small. */
export const containsText = (expression: SQL, searched: string): SQL =>
  sql`lower(${expression}) like ${`%${literal(searched.toLowerCase())}%`}`

/** A search of a text that has a GIN index over `search_pairs(...)`. */
export interface Search {
  /** Finds candidates; undefined for a single character, which has no pair. */
  readonly pairs: SQL | undefined
  /** Whether a row has exactly what was searched. */
  readonly ofRow: SQL
}

export function searchOf(expression: SQL, searched: string): Search {
  return {
    pairs: hasPairs(expression, searched),
    // Not `like`: the planner takes what a `like` finds for next to none, and fetches it all.
    ofRow: sql`strpos(lower(${expression}), ${searched.toLowerCase()}) > 0`,
  }
}

/** The same as one condition, for lists that stay small enough to fetch all that is found. */
export function contains(expression: SQL, searched: string): SQL | undefined {
  const { pairs, ofRow } = searchOf(expression, searched)
  return and(pairs, ofRow)
}
