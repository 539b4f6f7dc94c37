import { type SQL, sql } from 'drizzle-orm'

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

/** A search of a text, as an inverted index answers it and as it is asked of one row after another. */
export interface Search {
  /** Null where the index has nothing to seek: a single character has no pair. */
  readonly byIndex: SQL | null
  readonly ofRow: SQL
}

/** For an expression that has a GIN index over `search_pairs(...)`, which finds candidates. */
export function searchOf(expression: SQL, searched: string): Search {
  const pairs = hasPairs(expression, searched)
  // Not `like`: the planner takes what a `like` finds for next to none, and fetches it all.
  const ofRow = sql`strpos(lower(${expression}), ${searched.toLowerCase()}) > 0`
  return { byIndex: pairs === undefined ? null : sql`(${pairs} and ${ofRow})`, ofRow }
}

/** The same as one condition, for lists that stay small enough to fetch all that is found. */
export function contains(expression: SQL, searched: string): SQL {
  const { byIndex, ofRow } = searchOf(expression, searched)
  return byIndex ?? ofRow
}
