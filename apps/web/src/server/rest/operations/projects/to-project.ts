import type { ProjectDetail, ProjectItem } from '@highwater/db/queries'

/** A project in the words of the API. */
export const toListedProject = (
  { sourceType, targetType, pingToken, ...item }: ProjectItem,
  consoleUrl: string,
) => ({
  ...item,
  source: sourceType === null ? null : { type: sourceType },
  target: targetType === null ? null : { type: targetType },
  pingUrl: pingToken === null ? null : `${consoleUrl}/api/v1/ping/${pingToken}`,
})

export const toProject = (detail: ProjectDetail, consoleUrl: string) => ({
  ...detail,
  ...toListedProject(detail, consoleUrl),
  collector: detail.source,
})
