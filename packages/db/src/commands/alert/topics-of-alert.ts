import type { Topic } from '../../client/topics.ts'
import type { LoadedAlert } from './load-alert.ts'

export const topicsOfAlert = ({ alert }: LoadedAlert): Topic[] => [
  'alerts',
  `alert:${alert.id}`,
  ...(alert.projectId === null ? [] : [`project:${alert.projectId}` as const]),
]
