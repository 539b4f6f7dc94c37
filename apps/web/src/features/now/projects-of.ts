import type { ProjectId } from '@highwater/core'
import type { NowAlert } from '@highwater/db/queries'

/** The projects of some alerts, each once, in an order that does not follow the list's. */
export const projectsOf = (alerts: readonly Pick<NowAlert, 'project'>[]): ProjectId[] =>
  [...new Set(alerts.flatMap(({ project }) => (project === null ? [] : [project.id])))].sort()
