import { type ProjectId, seconds, type WorkerId } from '@highwater/core'
import type { SignalInput } from '@highwater/core/project'
import type { FreshDatabase } from '../../../testing/fresh-database.ts'
import { recordCycle } from '../heartbeat.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import { noteEvaluationGap } from './note-gap.ts'
import { searchGaps } from './search-gaps.ts'

const consoleUrl = 'https://highwater.example'

/** Tells stories of what happens while no worker judges projects. */
export function gapStoryOf(fresh: FreshDatabase) {
  const { db, clock } = fresh
  const story = routingStoryOf(fresh)
  const search = (limit = 100) =>
    searchGaps(db, {
      limit,
      consoleUrl,
      onDefect: (_project, error) => {
        throw error
      },
    })
  /** Signals every ten seconds while nobody looks. */
  async function unwatched(project: ProjectId, signal: Partial<SignalInput>, times: number) {
    for (let count = 0; count < times; count += 1) {
      await clock.advance(seconds(10))
      await story.send(project, signal)
    }
  }
  return {
    ...story,
    search,
    /** Everything is well, and the last worker goes. */
    async begin(projects: readonly ProjectId[]) {
      await story.keepReporting(
        projects.map((project) => [project, 1] as const),
        3,
      )
      await recordCycle(db, {
        name: 'evaluate',
        worker: 'w' as WorkerId,
        durationMs: 3,
        taken: 0,
        figures: {},
        failure: null,
      })
    },
    unwatched,
    /** Ninety seconds behind for two minutes, and well again for two. */
    async comeAndGo(project: ProjectId) {
      await unwatched(project, { latencySeconds: 90 }, 12)
      await unwatched(project, { latencySeconds: 1 }, 12)
    },
    /** A worker comes back: it notes the gap, and judges projects again. */
    async comeBack() {
      const gap = await noteEvaluationGap(db, consoleUrl)
      await story.evaluate()
      return gap
    },
    /** Goes on until the search is over. Answers how many alerts were found. */
    async searchAll(limit?: number) {
      let found = 0
      for (let more = true; more; ) {
        const report = await search(limit)
        found += report.found
        more = report.more
      }
      return found
    },
    gapDigests: async () => {
      await story.sendDigests()
      return (await story.digests()).filter(({ why }) => why === 'gap')
    },
  }
}
