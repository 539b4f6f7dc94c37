import { seconds } from '@highwater/core'
import type { RateRule, SendOutcome } from '@highwater/core/delivery'
import type { FreshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject } from '../../../testing/seed.ts'
import { storyOf } from '../queue.fixture.ts'
import { type Claimed, type ClaimOptions, claimNotifications } from './claim.ts'
import { settleNotifications } from './settle.ts'

export const outcome = (kind: 'delivered' | 'transient' | 'unknown'): SendOutcome => ({
  kind,
  detail: { reason: kind, httpStatus: 200, providerCode: '0', providerMessage: 'ok' },
})

/** A digest of which a part was sent, and the rest follows. */
export const goesOnSoon: SendOutcome = {
  kind: 'throttled',
  retryAt: null,
  inPart: true,
  detail: {
    reason: 'goes-on-soon',
    httpStatus: null,
    providerCode: null,
    providerMessage: '2 of 3',
  },
}

/** What a worker does with the messages of this database, step by step. */
export function deliveryStoryOf(fresh: FreshDatabase) {
  const story = storyOf(fresh)
  const report = (options: Partial<ClaimOptions> = {}) =>
    claimNotifications(fresh.db, {
      worker: 'w',
      limit: 100,
      perChannel: 50,
      busyChannels: [],
      consoleUrl: 'https://highwater.example',
      lease: seconds(30),
      rulesOf: () => [],
      ...options,
    })
  return {
    report,
    async claim(rate: readonly RateRule[] = [], rulesOf: ClaimOptions['rulesOf'] = () => rate) {
      const { claimed } = await report({ rulesOf })
      return claimed
    },
    async settle(claimed: Claimed | undefined, sent: SendOutcome) {
      if (!claimed) throw new Error('nothing was claimed')
      const attempt = { claimed, outcome: sent, worker: 'w', durationMs: 12, jitter: 0.5 }
      const [settlement] = await settleNotifications(fresh.db, [attempt])
      return settlement
    },
    /** A project that alerts from now on. */
    async breach() {
      const project = await seedProject(fresh.db)
      await story.report(project, 1, 2)
      await story.report(project, 90, 1)
      return project
    },
  }
}
