import type { Topic } from '@highwater/db/client'

/** The parts of the server's answers, by the names of their routers. */
export type Area =
  | 'alert'
  | 'project'
  | 'policy'
  | 'levelRule'
  | 'parameter'
  | 'channel'
  | 'cluster'
  | 'delivery'
  | 'audit'
  | 'token'
  | 'silence'
  | 'source'
  | 'host'
  | 'system'
  | 'me'

const areasOf: Readonly<Record<string, readonly Area[]>> = {
  alert: ['alert', 'project'],
  alerts: ['alert', 'project'],
  project: ['project', 'alert'],
  projects: ['project', 'alert'],
  policy: ['policy', 'levelRule', 'project'],
  parameters: ['parameter', 'project'],
  channels: ['channel', 'cluster'],
  silences: ['silence', 'alert'],
  sources: ['source', 'project'],
  hosts: ['host'],
  deliveries: ['delivery', 'alert', 'channel', 'system'],
  audit: ['audit'],
  sessions: ['me'],
  tokens: ['token'],
}

/** Which answers on the page may be out of date after news of these topics. */
export function affectedAreas(topics: readonly Topic[]): ReadonlySet<Area> {
  return new Set(topics.flatMap((topic) => areasOf[topic.split(':')[0] ?? topic] ?? []))
}
