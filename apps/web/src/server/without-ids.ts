import type { Topic } from '@highwater/db/client'

const general: Readonly<Record<string, Topic>> = { project: 'projects', alert: 'alerts' }

/**
 * What a browser is told of: that some project has changed, never which one, for it may be another
 * department's. It reads again what is on its page, and that is what it may see.
 */
export const withoutIds = (topics: readonly Topic[]): Topic[] => [
  ...new Set(topics.map((topic) => general[topic.split(':')[0] ?? ''] ?? topic)),
]
