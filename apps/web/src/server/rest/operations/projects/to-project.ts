import type { ProjectDetail, ProjectItem } from '@highwater/db/queries'

/** A project in the words of the API. */
export const toListedProject = ({ sourceType, targetType, ...item }: ProjectItem) => ({
  ...item,
  source: sourceType === null ? null : { type: sourceType },
  target: targetType === null ? null : { type: targetType },
})

export const toProject = (detail: ProjectDetail, consoleUrl: string) => ({
  ...toListedProject(detail),
  pingUrl: detail.pingToken === null ? null : `${consoleUrl}/api/v1/ping/${detail.pingToken}`,
  expectedIntervalSeconds: detail.expectedIntervalSeconds,
  alertBeforeCatchUp: detail.alertBeforeCatchUp,
  message: detail.message,
  collector: detail.source,
})
