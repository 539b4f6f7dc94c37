import type { ProjectItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'

/** "MySQL → OceanBase", or the kind alone where no endpoint is known. */
export function Endpoints(project: Pick<ProjectItem, 'kind' | 'sourceType' | 'targetType'>) {
  const t = useTranslations('projects')
  const kind = useTranslations('common.projectKind')(project.kind)
  const { sourceType, targetType } = project
  if (sourceType === null && targetType === null) return <>{kind}</>
  return (
    <>
      {kind} · {t('endpoints', { source: sourceType ?? '?', target: targetType ?? '?' })}
    </>
  )
}
