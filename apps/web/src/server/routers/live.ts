import { type Actor, can } from '@highwater/core/permissions'
import type { Topic } from '@highwater/db/client'
import { tracked } from '@trpc/server'
import { z } from 'zod'
import { type LiveNews, liveNotices } from '../live-notices.ts'
import { notSignedIn, router, signedIn } from '../trpc.ts'
import { watchSession } from '../watch-session.ts'
import { withoutIds } from '../without-ids.ts'

const seesTheAudit = (viewer: Actor) => can(viewer, 'audit.read', {}).allowed

export const liveRouter = router({
  /**
   * A browser that comes back names the last news it had: it may have missed some in between. Whoever
   * is signed out meanwhile is refused in the midst of it, so that the page can say so.
   */
  news: signedIn
    .input(z.object({ lastEventId: z.string().nullish() }).optional())
    .subscription(async function* ({ ctx, input, signal }) {
      const { services, viewer, session } = ctx
      const over = new AbortController()
      let seesAudit = seesTheAudit(viewer)
      const unwatch = watchSession(session.session.id, services, {
        onSeen: ({ actor }) => {
          seesAudit = seesTheAudit(actor)
        },
        onEnd: () => over.abort(),
      })
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
        if (over.signal.aborted) throw notSignedIn()
      } finally {
        unwatch()
        services.metrics.liveBrowsers.dec()
      }
    }),
})
