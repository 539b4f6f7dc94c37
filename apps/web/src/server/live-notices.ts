import type { Topic } from '@highwater/db/client'
import type { LiveTopics, Notice } from './live-topics.ts'

/** News for a page: what has changed, or that anything may have. */
export interface LiveNews {
  readonly everything: boolean
  readonly topics: readonly Topic[]
}

const forWorkers: ReadonlySet<Topic> = new Set<Topic>(['evaluate', 'deliver', 'collect'])

/**
 * The news since it was last asked, until the signal ends it. News that come together go together.
 * It begins with what came lately: the page may have been made before that.
 */
export async function* liveNotices(
  live: LiveTopics,
  mayHear: (topic: Topic) => boolean,
  signal: AbortSignal,
): AsyncGenerator<LiveNews> {
  let topics = new Set<Topic>()
  let everything = false
  let wake = () => {}
  const isHeard = (topic: Topic) => !forWorkers.has(topic) && mayHear(topic)
  const hear = (notice: Notice) => {
    if ('everything' in notice) everything = true
    else for (const topic of notice.topics) if (isHeard(topic)) topics.add(topic)
    if (everything || topics.size > 0) wake()
  }
  const unsubscribe = live.subscribe(hear)
  for (const notice of live.recent()) hear(notice)
  const stop = () => wake()
  signal.addEventListener('abort', stop)
  try {
    while (!signal.aborted) {
      if (!everything && topics.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      const news: LiveNews = { everything, topics: [...topics] }
      everything = false
      topics = new Set()
      yield news
    }
  } finally {
    signal.removeEventListener('abort', stop)
    unsubscribe()
  }
}
