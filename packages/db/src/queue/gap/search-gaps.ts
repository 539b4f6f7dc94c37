import type { ProjectId } from '@highwater/core'
import type { Database } from '../../client/connect.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import { readPolicyInForce } from '../current-policy.ts'
import { tell } from '../outbox/tell.ts'
import { findMissed } from './find-missed.ts'
import { gatherGap } from './gather-gap.ts'
import { readSearchedProjects } from './searched-projects.ts'
import { endSearch, noteProgress, takeSearch } from './take-search.ts'
import { writeMissed } from './write-missed.ts'

export interface SearchOptions {
  /** At most this many projects in one transaction. */
  readonly limit: number
  /** The public address, for the links in messages. */
  readonly consoleUrl: string
  /** Told of a project that breaks the rule book; it is passed over. */
  readonly onDefect: (project: ProjectId, error: unknown) => void
}

export interface SearchReport {
  readonly taken: number
  /** How many alerts came and went in these projects. */
  readonly found: number
  readonly more: boolean
}

/**
 * Goes on with the search for what came and went while no worker judged projects. The alerts, the
 * news of them and how far the search has come are one transaction: a death costs one portion's work.
 */
export async function searchGaps(db: Database, options: SearchOptions): Promise<SearchReport> {
  return db.sql.begin(async (tx) => {
    const search = await takeSearch(tx)
    if (search === null) return { taken: 0, found: 0, more: false }
    const policy = await readPolicyInForce(tx)
    const projects = await readSearchedProjects(tx, search, options.limit)
    const missed = await findMissed(tx, search, projects, policy, options.onDefect)
    const tellings = await writeMissed(tx, search, missed, policy)
    await tell(tx, tellings, policy.now, options.consoleUrl, gatherGap(search.gap))
    const last = projects.at(-1)
    const more = last !== undefined && projects.length === options.limit
    if (more) await noteProgress(tx, search, last.id)
    else await endSearch(tx, search, policy.now)
    const topics: Topic[] = tellings.length > 0 ? ['alerts', 'deliveries'] : []
    topics.push(...tellings.map(({ alert }): Topic => `project:${alert.project_id}`))
    await publishFrom(tx, topics)
    return { taken: projects.length, found: tellings.length, more }
  })
}
