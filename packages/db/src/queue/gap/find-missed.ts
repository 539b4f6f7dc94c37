import type { Instant, ProjectId } from '@highwater/core'
import { type MissedEpisode, missedEpisodes } from '@highwater/core/backtest'
import { nothingObserved, watchedAgainSince } from '@highwater/core/project'
import type { TransactionSql } from '../../client/connect.ts'
import type { PolicyInForce } from '../current-policy.ts'
import type { DueProject } from '../evaluate/due-projects.ts'
import { decisionOf, factsOf } from '../evaluate/judge.ts'
import { replayStart } from '../evaluate/replay-start.ts'
import { readObservationsBefore } from '../roll-up/observations-before.ts'
import { beginningOf, hearSignals } from './hear-signals.ts'
import type { GapSearch } from './take-search.ts'

/** What came and went in one project. */
export interface Missed {
  readonly project: DueProject
  readonly episode: MissedEpisode
}

/** What a person wants no alerts of is not told of afterwards either. */
function isWanted({ openedAt }: MissedEpisode, watchedSince: Instant | null): boolean {
  return watchedSince === null || openedAt >= watchedSince
}

/**
 * Replays the gap for these projects, under the policy in force. One that breaks the rule book is
 * reported and does not stop the others.
 */
export async function findMissed(
  tx: TransactionSql,
  search: GapSearch,
  projects: readonly DueProject[],
  policy: PolicyInForce,
  onDefect: (project: ProjectId, error: unknown) => void,
): Promise<Missed[]> {
  const begins = await beginningOf(tx, search, policy.calming.reopenWithin)
  const ids = projects.map(({ id }) => id)
  const before = await readObservationsBefore(tx, ids, begins)
  const byId = new Map(projects.map((project) => [project.id, project]))
  const missed: Missed[] = []
  for await (const [id, signals] of hearSignals(tx, ids, begins, search.to)) {
    const project = byId.get(id)
    if (project === undefined) continue
    const facts = factsOf(project, [], policy)
    if (!facts.isWatched) continue
    const { listeningSince } = facts
    const past = before.get(id) ?? nothingObserved
    const start = { ...replayStart(facts, project, policy, past), listeningSince }
    const watchedSince = watchedAgainSince(decisionOf(project), policy.now)
    try {
      for (const episode of missedEpisodes(start, signals, search)) {
        if (isWanted(episode, watchedSince)) missed.push({ project, episode })
      }
    } catch (error) {
      onDefect(id, error)
    }
  }
  return missed
}
