import { and, type SQL, sql } from 'drizzle-orm'

/** A list that is sorted by time, newest first, and searched by part of a text. */
export interface SearchedList {
  readonly from: SQL
  readonly id: SQL
  /** What it is sorted by before the id. */
  readonly key: SQL
  /** All other filters, and where the page begins. */
  readonly behind: SQL | undefined
  /** Candidates by the inverted index, and what is then asked of each. */
  readonly pairs: SQL
  readonly ofRow: SQL
  readonly count: number
}

/** So far a page is looked for among the newest before the index is asked: about a millisecond. */
const stretch = sql.raw('500')
/** As many matches are sorted at most. Where there are more, a page is soon found along the sort. */
const sortedAtMost = sql.raw('2000')

/**
 * The ids of a page of a search. What is sought is often among the newest, or rare; a word that a
 * fifth of all rows have would otherwise be fetched and sorted whole, fifty of it being wanted.
 */
export function newestFound(list: SearchedList): SQL {
  const { from, id, key, behind, pairs, ofRow } = list
  const size = sql.raw(String(list.count))
  const newestFirst = sql`order by ${key} desc, ${id} desc`
  return sql`
    with near as materialized (
      select id from (
        select ${id} as id, ${ofRow} as matches from ${from}
        where ${behind ?? sql`true`} ${newestFirst} limit ${stretch}) as newest
      where matches limit ${size}),
    few as materialized (
      select id, key from (
        select ${id} as id, ${key} as key from ${from} where ${and(behind, pairs, ofRow)} offset 0) as found
      where (select count(*) from near) < ${size} limit ${sortedAtMost})
    select unnest(case
      when (select count(*) from near) = ${size} then array(select id from near)
      when (select count(*) from few) < ${sortedAtMost}
        then array(select id from few order by key desc, id desc limit ${size})
      else array(
        select ${id} from ${from} where ${and(behind, ofRow)} ${newestFirst} limit ${size}) end) as id`
}
