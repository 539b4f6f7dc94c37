import type { SignedIn } from '@highwater/db/auth'
import { readCheckedSession } from './auth/identify.ts'
import type { Notice } from './live-topics.ts'
import type { Services } from './services.ts'

/** An end that nobody brings about, such as that of a session that has grown old, is seen within this time. */
const recheckMs = 30_000

/** What may end a session, or change what its person may do. */
const touchesSessions = (notice: Notice): boolean =>
  'everything' in notice || notice.topics.includes('sessions')

interface SessionWatch {
  readonly onSeen: (session: SignedIn) => void
  readonly onEnd: () => void
}

/** Looks at a session again and again, and at once when sessions have changed. @returns stops it */
export function watchSession(
  sessionId: string,
  services: Services,
  { onSeen, onEnd }: SessionWatch,
): () => void {
  let isLooking = false
  let isStale = false
  async function look(): Promise<void> {
    isStale = true
    if (isLooking) return
    isLooking = true
    try {
      while (isStale) {
        isStale = false
        const session = await readCheckedSession(sessionId, services)
        if (session === null) onEnd()
        else onSeen(session)
      }
    } catch {
      // A database that is away says nothing about the session; the next look may.
    } finally {
      isLooking = false
    }
  }
  const timer = setInterval(look, recheckMs)
  const unsubscribe = services.live.subscribe((notice) => {
    if (touchesSessions(notice)) look()
  })
  return () => {
    clearInterval(timer)
    unsubscribe()
  }
}
