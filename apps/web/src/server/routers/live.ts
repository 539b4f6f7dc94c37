import { type Actor, can } from '@highwater/core/permissions'
import type { Topic } from '@highwater/db/client'
import { tracked } from '@trpc/server'
import { z } from 'zod'
import { readSignedIn } from '../auth/identify.ts'
import { type LiveNews, liveNotices } from '../live-notices.ts'
import { router, signedIn } from '../trpc.ts'
import { withoutIds } from '../without-ids.ts'

/** A revoked session, a disabled account or one with fewer rights stops hearing within this time. */
const recheckMs = 30_000

const seesTheAudit = (viewer: Actor) => can(viewer, 'audit.read', {}).allowed

export const liveRouter = router({
  /** A browser that comes back names the last news it had: it may have missed some in between. */
  news: signedIn
    .input(z.object({ lastEventId: z.string().nullish() }).optional())
    .subscription(async function* ({ ctx, input, signal }) {
      const { services, viewer, headers } = ctx
      const over = new AbortController()
      let seesAudit = seesTheAudit(viewer)
      const recheck = setInterval(() => {
        readSignedIn(headers, services).then(
          (session) => {
            if (session === null) over.abort()
            else seesAudit = seesTheAudit(session.actor)
          },
          () => undefined,
        )
      }, recheckMs)
      const mayHear = (topic: Topic) => topic !== 'audit' || seesAudit
      const ends = AbortSignal.any([over.signal, ...(signal ? [signal] : [])])
      let number = 0
      const numbered = (news: LiveNews) => {
        number += 1
        return tracked(`${ctx.command.origin.id}.${number}`, {
          ...news,
          topics: withoutIds(news.topics),
        })
      }
      services.metrics.liveBrowsers.inc()
      try {
        yield numbered({ everything: input?.lastEventId != null, topics: [] })
        for await (const news of liveNotices(services.live, mayHear, ends)) yield numbered(news)
      } finally {
        clearInterval(recheck)
        services.metrics.liveBrowsers.dec()
      }
    }),
})
